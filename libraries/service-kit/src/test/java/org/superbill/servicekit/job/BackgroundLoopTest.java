package org.superbill.servicekit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Duration EVERY = Duration.ofMillis(5);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void anErrorOfTheJvmEndsOneRoundAndNotTheLoop() {
        try (var loop = new BackgroundLoop("too-deep", EVERY, this::failAtFirst)) {
            loop.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> rounds.get() > 2);
            assertThat(new Loops().call().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void workThatWasInterruptedDoesNotEndTheLoop() {
        try (var loop = new BackgroundLoop("interrupted", EVERY, () -> {
            rounds.incrementAndGet();
            Thread.currentThread().interrupt();
        })) {
            loop.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> rounds.get() > 2);
        }
    }

    @Test
    void aServiceIsNotAliveWithoutOneOfItsLoops() throws InterruptedException {
        var thread = new Thread(() -> {}, "the-one");
        thread.start();
        thread.join();
        Loops.expect(thread);
        try {
            var answer = new Loops().call();
            assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
            assertThat(answer.getData().orElseThrow()).containsEntry("ended", "the-one");
        } finally {
            Loops.release(thread);
        }
        assertThat(new Loops().call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoAsksForARoundHearsWhenItIsOver() throws Exception {
        try (var loop = new BackgroundLoop("asked", Duration.ofHours(1), rounds::incrementAndGet)) {
            loop.start();
            for (var round = 1; round < 4; round++) {
                loop.roundFromNow().get(30, TimeUnit.SECONDS);
                assertThat(rounds.get()).isEqualTo(round);
            }
        }
    }

    @Test
    void whoAsksForARoundHearsThatItFailedOrNeverCame() {
        var loop = new BackgroundLoop("asked", Duration.ofHours(1), this::failAtFirst);
        loop.start();
        var failed = loop.roundFromNow();
        assertThatThrownBy(() -> failed.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(StackOverflowError.class);
        loop.close();
        var late = loop.roundFromNow();
        assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void workThatIsBrokenOffEndsAtOnce() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var loop = new BackgroundLoop("endless", EVERY, () -> {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        loop.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.breakOff()).isTrue();
    }

    private void failAtFirst() {
        if (rounds.incrementAndGet() == 1) {
            throw new StackOverflowError();
        }
    }
}
