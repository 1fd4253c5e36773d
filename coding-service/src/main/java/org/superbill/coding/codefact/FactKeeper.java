package org.superbill.coding.codefact;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.codesystem.ReleasesChanged;
import org.superbill.coding.codesystem.ShippedReleases;
import org.superbill.servicekit.problem.Problem;

/**
 * Keeps what is known of codes in memory, equal to the active releases and the editions of facts in use: at start-up, after a change in this process, and, by asking
 * the database every two seconds, after one in another replica. A change is built beside what is there and swapped whole. All of it in one background thread; until
 * the first round is done the service is not ready.
 */
@ApplicationScoped
public class FactKeeper {
    private static final Logger LOG = Logger.getLogger(FactKeeper.class);
    private static final int POLL_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final Codes codes;
    private final ShippedReleases shippedReleases;
    private final ShippedEditions shippedEditions;
    private final FactEditions editions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var daemon = new Thread(task, "code-facts");
        daemon.setDaemon(true);
        return daemon;
    });
    private final FactBuilding building = new FactBuilding();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable KnownFacts current;

    FactKeeper(Codes codes, ShippedReleases shippedReleases, ShippedEditions shippedEditions, FactEditions editions) {
        this.codes = codes;
        this.shippedReleases = shippedReleases;
        this.shippedEditions = shippedEditions;
        this.editions = editions;
    }

    /** Empty until the code sets are loaded. */
    Optional<KnownFacts> known() {
        return Optional.ofNullable(current);
    }

    /** @throws Problem {@code CODE_FACTS_NOT_READY} */
    public KnownFacts current() {
        return known().orElseThrow(() -> Problem.retryAfter(
                CodeFactProblem.CODE_FACTS_NOT_READY, "Loading is not done yet", Duration.ofSeconds(POLL_SECONDS)));
    }

    /**
     * As {@link #current}, but waits for the first round, for who cannot come again: an event that arrives right after the start.
     *
     * @throws Problem {@code CODE_FACTS_NOT_READY}, after a minute
     */
    public KnownFacts awaited() {
        try {
            var unused = first.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return current();
    }

    void start(@Observes StartupEvent started) {
        var unused = thread.scheduleWithFixedDelay(this::round, 0, POLL_SECONDS, TimeUnit.SECONDS);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleasesChanged changed) {
        changed.isFollowedBy(thread.submit(this::round));
    }

    /** Who has changed something waits, so that their own next check already knows it. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) FactsChanged changed) {
        roundNow();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdownNow();
        var unused = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void roundNow() {
        try {
            thread.submit(this::round).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The rules do not know the change yet; they follow", e);
        }
    }

    private void round() {
        try {
            if (current == null) {
                shippedReleases.loadMissing();
                shippedEditions.loadMissing();
            }
            var releases = codes.releases();
            var inUse = editions.list().stream().filter(LoadedEdition::inUse).toList();
            var start = System.nanoTime();
            if (building.refresh(releases, codes::eachSharedSpan, inUse, editions::read) || current == null) {
                current = new KnownFacts(building.facts(), releases);
                first.countDown();
                LOG.infof("What is known of codes is in memory after %d ms", (System.nanoTime() - start) / 1_000_000);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "What is known of codes cannot be read now; tried again in %d s", POLL_SECONDS);
        }
    }
}
