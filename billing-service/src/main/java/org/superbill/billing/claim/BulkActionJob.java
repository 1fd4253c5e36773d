package org.superbill.billing.claim;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Works through bulk actions: at once when one is asked for in this process, and for every organization now and then as a net. */
@ApplicationScoped
class BulkActionJob {
    private static final Logger LOG = Logger.getLogger(BulkActionJob.class);

    private final BulkActions actions;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private final Set<UUID> woken = ConcurrentHashMap.newKeySet();

    BulkActionJob(
            BulkActions actions,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.bulk-action.every", defaultValue = "30S") Duration every) {
        this.actions = actions;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("bulk-actions", every, this::work);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) BulkActions.Asked asked) {
        woken.add(asked.organization());
        loop.wake();
    }

    private void work() {
        var organizations = new LinkedHashSet<UUID>();
        woken.removeIf(organizations::add);
        organizations.addAll(tenancy.organizations());
        for (var organization : organizations) {
            try {
                while (doNext(organization)) {
                    // each claim in a transaction of its own
                }
            } catch (RuntimeException e) {
                LOG.warnf(WithoutMessages.of(e), "A bulk action of organization %s waits", organization);
            }
        }
    }

    private boolean doNext(UUID organization) {
        try {
            Optional<UUID> done = tenancy.as(organization, () -> actions.doNext(organization));
            return done.isPresent();
        } catch (BulkActions.Refused refused) {
            tenancy.as(organization, () -> actions.refused(refused));
            return true;
        }
    }
}
