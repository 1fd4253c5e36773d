package org.superbill.billing.edittable;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.problem.Problem;

/**
 * Keeps the active releases in memory: at start-up, after a change in this process, and, by asking the database every two seconds, after one in another replica.
 * A change is built beside what is there and swapped whole, in one background thread; until the first round is done the service is not ready.
 */
@ApplicationScoped
public class EditTableKeeper {
    private static final Logger LOG = Logger.getLogger(EditTableKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 60;

    private final EditTableStore store;
    private final BackgroundLoop loop = new BackgroundLoop("edit-tables", EVERY, this::round);
    private final CountDownLatch first = new CountDownLatch(1);
    /** By the release's id; written by this thread only, and never changed once it is here. */
    private volatile Map<Long, TableContent> built = Map.of();

    private volatile @Nullable EditTables current;

    EditTableKeeper(EditTableStore store) {
        this.store = store;
    }

    boolean isReady() {
        return current != null;
    }

    /**
     * The tables in use. Whoever comes before they are in memory waits, so that no claim is checked without them.
     *
     * @throws Problem {@code EDIT_TABLES_NOT_READY}, after a minute
     */
    public EditTables current() {
        var tables = current;
        if (tables == null) {
            try {
                var unused = first.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            tables = current;
        }
        if (tables == null) {
            throw Problem.retryAfter(EditTableProblem.EDIT_TABLES_NOT_READY, "Reading is not done yet", EVERY);
        }
        return tables;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
        loop.wake();
    }

    /** Who has changed something waits, so that their own next check already knows it. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EditTablesChanged changed) {
        try {
            loop.roundFromNow().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The edits do not know the change yet; they follow", e);
        }
    }

    @PreDestroy
    void stop() {
        loop.breakOff();
    }

    private void round() {
        var start = System.nanoTime();
        var next = new HashMap<Long, TableContent>();
        for (var release : store.releases()) { // by table, newest first
            if (release.active() && TableContent.answers(release, next.values())) {
                var known = built.get(release.id());
                next.put(release.id(), known == null ? read(release) : known);
            }
        }
        if (current == null || !next.keySet().equals(built.keySet())) {
            built = Map.copyOf(next);
            current = new EditTables(new ArrayList<>(next.values()));
            first.countDown();
            LOG.infof(
                    "%d releases of tables are in memory after %d ms",
                    next.size(), (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** What is in memory of a release, if it is. */
    @Nullable
    TableContent inMemory(long releaseId) {
        return built.get(releaseId);
    }

    TableContent read(EditTableRelease release) {
        return TableContent.of(
                release.table(),
                release.release(),
                release.effectiveFrom(),
                release.rows(),
                RowBlocks.lines(store.blocks(release.id())));
    }
}
