package org.superbill.billing.ledger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Seals what was posted, for each organization in a transaction of its own. */
@ApplicationScoped
class SealingJob {
    private static final Logger LOG = Logger.getLogger(SealingJob.class);

    private final Seals seals;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<UUID> lookedThrough = new HashSet<>(); // since the start of this process

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

    private void work() {
        for (var organization : tenancy.organizations()) {
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
