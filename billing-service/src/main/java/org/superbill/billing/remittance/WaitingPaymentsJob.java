package org.superbill.billing.remittance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.billing.claim.ClaimsTakenOver;
import org.superbill.billing.ledger.EntriesPosted;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/**
 * Money that waits finds its claim when that arrives, and a payment that waits is judged again when more was posted: soon after either
 * happened here, and once after a start.
 */
@ApplicationScoped
class WaitingPaymentsJob {
    private static final Logger LOG = Logger.getLogger(WaitingPaymentsJob.class);

    private final UnappliedClaims unapplied;
    private final WaitingPayments waiting;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<UUID> claimsArrived = ConcurrentHashMap.newKeySet();
    private final Set<UUID> morePosted = ConcurrentHashMap.newKeySet();
    private boolean started;

    WaitingPaymentsJob(
            UnappliedClaims unapplied,
            WaitingPayments waiting,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.remittance.look-again-every", defaultValue = "2S") Duration every) {
        this.unapplied = unapplied;
        this.waiting = waiting;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("waiting-payments", every, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClaimsTakenOver arrived) {
        claimsArrived.add(arrived.organization());
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntriesPosted posted) {
        morePosted.add(posted.organization());
    }

    private void work() {
        if (!started) {
            claimsArrived.addAll(tenancy.organizations());
            morePosted.addAll(tenancy.organizations());
            started = true;
        }
        look(claimsArrived, this::matchAll);
        look(morePosted, this::judgeAll);
    }

    private static void look(Set<UUID> organizations, ToIntFunction<UUID> work) {
        for (var organization : List.copyOf(organizations)) {
            organizations.remove(organization);
            try {
                var posted = work.applyAsInt(organization);
                if (posted > 0) {
                    LOG.infof("%d payments of organization %s that waited are posted", posted, organization);
                }
            } catch (RuntimeException e) {
                organizations.add(organization);
                LOG.warnf(WithoutMessages.of(e), "What waits of organization %s waits on", organization);
            }
        }
    }

    private int matchAll(UUID organization) {
        var matched = 0;
        var after = new UUID(0, 0);
        while (after != null) {
            var from = after;
            var looked = tenancy.as(organization, () -> unapplied.matchArrived(from));
            matched += looked.matched();
            after = looked.last();
        }
        return matched;
    }

    private int judgeAll(UUID organization) {
        var posted = 0;
        WaitingPayments.Looked looked;
        do {
            looked = tenancy.as(organization, waiting::judgeAgain);
            posted += looked.posted();
        } while (looked.more());
        return posted;
    }
}
