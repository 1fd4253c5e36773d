package org.superbill.coding.worklist;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/**
 * Looks after the open cases of every organization: those that found no coder when they came, those whose coder may have none any more, and
 * those that are overdue for too long.
 */
@ApplicationScoped
class AssignmentJob {
    private static final Logger LOG = Logger.getLogger(AssignmentJob.class);

    private final Worklists worklists;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;

    AssignmentJob(
            Worklists worklists,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.coding-worklist.assign-every") Duration every) {
        this.worklists = worklists;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("coding-worklist", every, this::look);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void look() {
        for (var organization : tenancy.organizations()) {
            try {
                lookAt(organization);
            } catch (RuntimeException e) {
                LOG.warnf(WithoutMessages.of(e), "Open cases of organization %s wait", organization);
            }
        }
    }

    /** Each round is a transaction of its own. */
    void lookAt(UUID organization) {
        while (tenancy.as(organization, worklists::distributeByItself) == Worklists.MOST) {
            // until no more find a coder
        }
        while (tenancy.as(organization, worklists::escalate) == Worklists.MOST) {
            // until none is overdue for too long that is not escalated
        }
    }
}
