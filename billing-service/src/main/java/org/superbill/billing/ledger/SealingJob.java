package org.superbill.billing.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Seals what was posted here, soon after its commit; and for every organization now and then as a net. */
@ApplicationScoped
class SealingJob {
    private static final Logger LOG = Logger.getLogger(SealingJob.class);
    private static final int ROUNDS_FOR_EVERYBODY = 12;
    private static final int ROUNDS_AFTER_POSTING =
            4; // for as long as transactions that began before are still running

    private final Seals seals;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Map<UUID, Integer> roundsLeft = new ConcurrentHashMap<>();
    private final Set<UUID> lookedThrough = new HashSet<>(); // since the start of this process
    private int round;

    SealingJob(
            Seals seals,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.ledger.seal-every", defaultValue = "5S") Duration every) {
        this.seals = seals;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("ledger-seal", every, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntriesPosted posted) {
        roundsLeft.put(posted.organization(), ROUNDS_AFTER_POSTING);
    }

    private void work() {
        var everybody = round++ % ROUNDS_FOR_EVERYBODY == 0;
        for (var organization : everybody ? tenancy.organizations() : List.copyOf(roundsLeft.keySet())) {
            roundsLeft.computeIfPresent(organization, (visited, left) -> left > 1 ? left - 1 : null);
            try {
                if (!lookedThrough.contains(organization)) {
                    untilNoneIsLeft(organization, seals::sealLeftOut);
                    lookedThrough.add(organization);
                }
                untilNoneIsLeft(organization, seals::sealNext);
            } catch (RuntimeException e) {
                LOG.warnf(WithoutMessages.of(e), "The entries of organization %s wait for their seals", organization);
            }
        }
    }

    private void untilNoneIsLeft(UUID organization, Supplier<Integer> seal) {
        int sealed;
        do {
            sealed = tenancy.as(organization, seal);
        } while (sealed == Seals.BATCH);
    }
}
