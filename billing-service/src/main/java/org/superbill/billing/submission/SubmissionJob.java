package org.superbill.billing.submission;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimQueued;
import org.superbill.billing.job.Retries;
import org.superbill.billing.schedule.Schedules;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Sends what is queued: at once when a claim is queued in this process, and for every organization now and then as a net. */
@ApplicationScoped
class SubmissionJob {
    private static final Logger LOG = Logger.getLogger(SubmissionJob.class);

    private static final Duration TICK = Duration.ofMillis(500);
    /** For a connection that is away; half a minute at most. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final int LONGEST_WAIT_DOUBLINGS = 5;

    private final Submissions submissions;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Duration everyOrganization;
    private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
    private final Set<UUID> failed = new LinkedHashSet<>();
    /** Connections that cannot be reached: one call finds that out for every organization. */
    private final Retries away = new Retries(System::nanoTime, FIRST_WAIT, LONGEST_WAIT_DOUBLINGS);

    private @Nullable Long lastRound;

    SubmissionJob(
            Submissions submissions,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.submission.every", defaultValue = "5S") Duration everyOrganization,
            @ConfigProperty(name = "superbill.submission.gather") Duration gather) {
        this.submissions = submissions;
        this.tenancy = tenancy;
        this.everyOrganization = everyOrganization;
        this.loop = new BackgroundLoop("submission", TICK, gather, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClaimQueued queued) {
        woken.add(queued.organization());
        loop.wake();
    }

    void sendNow(@Observes(during = TransactionPhase.AFTER_SUCCESS) Schedules.SendNow now) {
        woken.add(now.organization());
        loop.wake();
    }

    private void work() {
        var organizations = new LinkedHashSet<UUID>();
        woken.removeIf(organization -> organizations.add(organization));
        organizations.addAll(failed);
        failed.clear();
        if (lastRound == null || System.nanoTime() - lastRound >= everyOrganization.toNanos()) {
            organizations.addAll(tenancy.organizations());
            lastRound = System.nanoTime();
        }
        for (var organization : organizations) {
            try {
                work(organization);
            } catch (RuntimeException e) {
                failed.add(organization);
                LOG.warnf(WithoutMessages.of(e), "Claims of organization %s wait", organization);
            }
        }
    }

    private void work(UUID organization) {
        boolean more;
        do { // what is queued meanwhile wakes the loop, and is gathered as well
            more = tenancy.as(organization, submissions::writeNext);
            send(organization);
        } while (more);
    }

    private void send(UUID organization) {
        boolean more;
        do {
            var attempt = tenancy.as(organization, () -> submissions.sendNext(organization, away.waiting()));
            if (attempt instanceof Submissions.Attempt.NotDue) {
                failed.add(organization);
            }
            if (attempt instanceof Submissions.Attempt.Failed attempted) {
                failed.add(organization);
                if (attempted.away() != null) {
                    away.failed(attempted.away());
                }
                LOG.warnf("Submission %s waits: %s", attempted.submissionId(), attempted.reason());
            }
            if (attempt instanceof Submissions.Attempt.Sent sent) {
                away.succeeded(sent.connection());
            }
            more = attempt instanceof Submissions.Attempt.Staged
                    || attempt instanceof Submissions.Attempt.Sent sent && sent.more();
        } while (more);
    }
}
