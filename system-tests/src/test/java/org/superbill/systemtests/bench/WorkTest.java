package org.superbill.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkTest {

    @Test
    @Timeout(20)
    void theFirstFailureSurfacesThoughOthersWaitForEver() {
        var number = new AtomicInteger();
        assertThatThrownBy(() -> Work.inParallel(2, 100, () -> {
                    if (number.incrementAndGet() == 2) {
                        throw new AssertionError("answered 500");
                    }
                    new CountDownLatch(1).await();
                    return null;
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("answered 500");
    }

    @Test
    @Timeout(20)
    void waitingEndsWhenNothingMovesAndSaysWhatIsMissing() {
        var sent = new AtomicInteger();
        assertThatThrownBy(() -> Work.awaitCount(
                        10,
                        Duration.ofSeconds(1),
                        () -> Math.min(3, sent.getAndIncrement()),
                        () -> "the others are 7 QUEUED"))
                .hasMessage("7 of 10 are missing and nothing has moved for 1 s: the others are 7 QUEUED");
    }
}
