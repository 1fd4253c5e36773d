package org.superbill.billing.claimstatus;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import org.superbill.billing.schedule.Schedules;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Asks what is to be asked: at once when a person wants to know, and for every organization now and then. */
@ApplicationScoped
class StatusInquiryJob {
    private static final Logger LOG = Logger.getLogger(StatusInquiryJob.class);
    private static final Duration TICK = Duration.ofMillis(500);

    private final StatusInquiries inquiries;
    private final Event<Schedules.SendNow> sendNow;
    private final Tenancy tenancy;
    private final Duration every;
    private final BackgroundLoop loop;
    private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
    private @Nullable Long lastRound;

    StatusInquiryJob(
            StatusInquiries inquiries,
            Event<Schedules.SendNow> sendNow,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.status-inquiry.every", defaultValue = "30S") Duration every) {
        this.inquiries = inquiries;
        this.sendNow = sendNow;
        this.tenancy = tenancy;
        this.every = every;
        this.loop = new BackgroundLoop("status-inquiry", TICK, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void ask(@Observes(during = TransactionPhase.AFTER_SUCCESS) StatusInquiries.AskNow now) {
        woken.add(now.organization());
        loop.wake();
    }

    private void work() {
        var organizations = new LinkedHashSet<UUID>();
        woken.removeIf(organizations::add);
        if (lastRound == null || System.nanoTime() - lastRound >= every.toNanos()) {
            organizations.addAll(tenancy.organizations());
            lastRound = System.nanoTime();
        }
        for (var organization : organizations) {
            try {
                work(organization);
            } catch (RuntimeException e) {
                LOG.warnf(WithoutMessages.of(e), "Questions of organization %s wait", organization);
            }
        }
    }

    private void work(UUID organization) {
        int asked;
        do {
            asked = tenancy.as(organization, inquiries::askBySchedule);
        } while (asked > 0);
        int written;
        do {
            written = tenancy.as(organization, () -> {
                var count = inquiries.writeNext();
                if (count > 0) {
                    sendNow.fire(new Schedules.SendNow(organization));
                }
                return count;
            });
        } while (written > 0);
    }
}
