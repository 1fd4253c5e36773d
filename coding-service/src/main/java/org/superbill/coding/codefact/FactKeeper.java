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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.Codes;
import org.superbill.coding.codesystem.ReleasesChanged;
import org.superbill.coding.codesystem.ShippedReleases;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.Problem;

/**
 * Keeps what is known of codes in memory, equal to the active releases and the editions of facts in use: at start-up, after a change in this process, and, by asking
 * the database every two seconds, after one in another replica. A change is built beside what is there and swapped whole. All of it in one background thread; until
 * the first round is done the service is not ready.
 */
@ApplicationScoped
public class FactKeeper {
    private static final Logger LOG = Logger.getLogger(FactKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 60;

    private final Codes codes;
    private final ShippedReleases shippedReleases;
    private final ShippedEditions shippedEditions;
    private final FactEditions editions;
    private final BackgroundLoop loop = new BackgroundLoop("code-facts", EVERY, this::round);
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
        return known().orElseThrow(() ->
                Problem.retryAfter(CodeFactProblem.CODE_FACTS_NOT_READY, "Loading is not done yet", EVERY));
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
        loop.start();
        loop.wake();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReleasesChanged changed) {
        changed.isFollowedBy(loop.roundFromNow());
    }

    /** Who has changed something waits, so that their own next check already knows it. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) FactsChanged changed) {
        roundNow();
    }

    @PreDestroy
    void stop() {
        loop.breakOff();
    }

    private void roundNow() {
        try {
            loop.roundFromNow().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The rules do not know the change yet; they follow", e);
        }
    }

    private void round() {
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
    }
}
