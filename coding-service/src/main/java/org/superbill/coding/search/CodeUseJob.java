package org.superbill.coding.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.WithoutMessages;
import org.superbill.servicekit.tenancy.Tenancy;

/**
 * Counts what finalized cases have noted, so that it stays few: of organizations that have finalized something in this process since the
 * last round, and in the first round of all, for what a process has left that is no more.
 */
@ApplicationScoped
class CodeUseJob {
    private static final Logger LOG = Logger.getLogger(CodeUseJob.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final CodeUse use;
    private final CodeUseStore store;
    private final Tenancy tenancy;
    private final BackgroundLoop loop;
    private boolean isFirstRound = true;

    CodeUseJob(CodeUse use, CodeUseStore store, Tenancy tenancy) {
        this.use = use;
        this.store = store;
        this.tenancy = tenancy;
        this.loop = new BackgroundLoop("code-use", EVERY, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    private void round() {
        var due = new HashSet<>(use.takeUncounted());
        if (isFirstRound) {
            due.addAll(tenancy.organizations());
            isFirstRound = false;
        }
        due.forEach(this::count);
    }

    /** The organization's turn comes again unless nothing was left: who notes something commits it later. */
    private void count(UUID organization) {
        try {
            var counted = tenancy.as(organization, store::count);
            if (counted > 0) {
                use.leaveUncounted(organization);
            }
            while (counted == CodeUseStore.STEP) {
                counted = tenancy.as(organization, store::count); // each step is a transaction of its own
            }
        } catch (RuntimeException e) {
            use.leaveUncounted(organization);
            LOG.warnf(WithoutMessages.of(e), "The use of codes of organization %s is counted later", organization);
        }
    }
}
