package org.superbill.coding.codingquery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/** Looks after open queries of every organization: reminders, escalations, and the end of what was kept long enough. */
@ApplicationScoped
class QueryJob {
    private static final Logger LOG = Logger.getLogger(QueryJob.class);

    private final Queries queries;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;

    QueryJob(
            Queries queries,
            Tenancy tenancy,
            @ConfigProperty(name = "superbill.coding-query.reminders-every") Duration every) {
        this.queries = queries;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("query-reminders", every, this::look);
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
                while (tenancy.as(organization, queries::takeNextSteps) > 0) {
                    // until nothing more is due: each round is a transaction of its own
                }
            } catch (RuntimeException e) {
                LOG.warnf(WithoutMessages.of(e), "Queries of organization %s wait", organization);
            }
        }
    }
}
