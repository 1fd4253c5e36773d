package org.superbill.servicekit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

    private void failAtFirst() {
        if (rounds.incrementAndGet() == 1) {
            throw new StackOverflowError();
        }
    }
}
