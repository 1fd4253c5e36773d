package org.superbill.billing.edittable;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.inbox.Failure;
import org.superbill.servicekit.problem.Problem;

/** Events come as soon as the service starts: no claim is checked with empty tables, and none is given up for them. */
class EditTableKeeperTest {
    private final CountDownLatch answers = new CountDownLatch(1);
    private final EditTableKeeper keeper = new EditTableKeeper(new SlowReleases());

    /** A database that answers when it is let to. */
    private final class SlowReleases extends EditTableStore {
        SlowReleases() {
            super(null);
        }

        @Override
        List<EditTableRelease> releases() {
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }
    }

    @AfterEach
    void stop() {
        answers.countDown();
        keeper.stop();
    }

    @Test
    void whoComesBeforeTheTablesAreReadWaitsForThem() throws Exception {
        keeper.start(new StartupEvent());
        var asked = CompletableFuture.supplyAsync(keeper::current);
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(asked).isNotDone();
        answers.countDown();
        assertThat(asked.get(60, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoHasWaitedInVainComesAgain() {
        assertThat(Failure.of(new Problem(EditTableProblem.EDIT_TABLES_NOT_READY, "Reading is not done yet")))
                .isEqualTo(Failure.PASSES);
    }
}
