package org.superbill.billing.deadline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.billing.reference.Reference;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Lets deadlines alarm and pass: for each organization when its calendar shows another day, and now and then for what was opened late. */
@ApplicationScoped
class DeadlineJob {
    private static final Logger LOG = Logger.getLogger(DeadlineJob.class);
    private static final Duration TICK = Duration.ofMillis(500);

    private final Deadlines deadlines;
    private final Reference reference;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Duration every;
    private final BackgroundLoop loop;
    private final Map<UUID, Visit> visits = new HashMap<>();

    private record Visit(ZoneId zone, LocalDate today, long atNanos) {}

    DeadlineJob(
            Deadlines deadlines,
            Reference reference,
            Tenancy tenancy,
            Clock clock,
            @ConfigProperty(name = "superbill.deadline.every", defaultValue = "30S") Duration every) {
        this.deadlines = deadlines;
        this.reference = reference;
        this.tenancy = tenancy;
        this.clock = clock;
        this.every = every;
        this.loop = new BackgroundLoop("deadline", TICK, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void work() {
        if (tenancy.organizations().stream()
                        .filter(this::isDue)
                        .mapToInt(this::visit)
                        .sum()
                > 0) {
            loop.wake();
        }
    }

    private boolean isDue(UUID organization) {
        var visit = visits.get(organization);
        return visit == null
                || System.nanoTime() - visit.atNanos() >= every.toNanos()
                || !visit.today().equals(LocalDate.ofInstant(clock.instant(), visit.zone()));
    }

    /** @return 1 when there may be more to do */
    private int visit(UUID organization) {
        try {
            var zone = tenancy.as(organization, () -> reference.timeZoneOf(organization));
            var today = LocalDate.ofInstant(clock.instant(), zone);
            var round = tenancy.as(organization, () -> deadlines.reach(today));
            if (round.alarmed() > 0 || round.passed() > 0) {
                LOG.infof(
                        "Deadlines of organization %s: %d alarmed, %d passed",
                        organization, round.alarmed(), round.passed());
                return 1;
            }
            visits.put(organization, new Visit(zone, today, System.nanoTime()));
        } catch (RuntimeException e) {
            LOG.warnf(WithoutMessages.of(e), "Deadlines of organization %s wait", organization);
        }
        return 0;
    }
}
