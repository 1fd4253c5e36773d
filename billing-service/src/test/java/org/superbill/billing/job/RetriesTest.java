package org.superbill.billing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private long now = Long.MAX_VALUE; // as a nano time may be, just before it overflows
    private final Retries retries = new Retries(() -> now, Duration.ofSeconds(1));

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void whatNeverFailedIsDue() {
        assertThat(retries.isDue("a")).isTrue();
    }

    @Test
    void whatFailsAgainWaitsLonger() {
        retries.failed("a");
        assertThat(retries.isDue("a")).isFalse();
        assertThat(retries.isDue("b")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(retries.isDue("a")).isTrue();
        retries.failed("a");
        pass(Duration.ofSeconds(1));
        assertThat(retries.isDue("a")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(retries.isDue("a")).isTrue();
    }

    @Test
    void nothingWaitsForEver() {
        for (var i = 0; i < 100; i++) {
            retries.failed("a");
        }
        pass(Duration.ofMinutes(18));
        assertThat(retries.isDue("a")).isTrue();
    }

    @Test
    void theWaitGrowsOnlySoOften() {
        var bounded = new Retries(() -> now, Duration.ofSeconds(1), 1);
        for (var i = 0; i < 10; i++) {
            bounded.failed("a");
        }
        pass(Duration.ofSeconds(1));
        assertThat(bounded.waiting()).containsExactly("a");
        pass(Duration.ofSeconds(1));
        assertThat(bounded.waiting()).isEmpty();
    }

    @Test
    void whatIsNoMoreIsForgotten() {
        retries.failed("a");
        retries.failed("b");
        retries.keepOnly(List.of("b", "c"));
        assertThat(retries.isDue("a")).isTrue();
        assertThat(retries.isDue("b")).isFalse();
    }

    @Test
    void whatSucceededIsForgotten() {
        retries.failed("a");
        retries.succeeded("a");
        assertThat(retries.isDue("a")).isTrue();
    }
}
