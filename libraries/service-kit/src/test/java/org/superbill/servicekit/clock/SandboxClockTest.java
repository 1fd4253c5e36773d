package org.superbill.servicekit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.kafka.Topics;
import org.superbill.servicekit.sample.SandboxWithoutKeys;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;

/** The sandbox moves the clock of a service; what is delivered again, or late, moves nothing. */
@QuarkusTest
@WithTestResource(ServiceStack.class)
@TestProfile(SandboxWithoutKeys.class)
class SandboxClockTest {
    @Inject
    Clock clock;

    private static void tell(TestEvents events, String json) {
        events.send(Topics.SANDBOX_CLOCK, "clock", new RecordHeaders(), json.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAhead(Duration expected) {
        var ahead = Duration.between(Clock.systemUTC().instant(), clock.instant());
        return ahead.minus(expected).abs().compareTo(Duration.ofSeconds(5)) < 0;
    }

    @Test
    void theMoveThatWasMadeLastCounts() {
        var at = Instant.parse("2026-03-02T15:00:00Z");
        var first = "{\"now\":\"%s\",\"at\":\"%s\"}".formatted(at.plus(Duration.ofDays(400)), at);
        var second = "{\"now\":\"%s\",\"at\":\"%s\"}".formatted(at.plus(Duration.ofDays(800)), at.plusSeconds(60));
        try (var events = TestEvents.open()) {
            tell(events, first);
            await().atMost(Duration.ofSeconds(30)).until(() -> isAhead(Duration.ofDays(400)));
            tell(events, second);
            tell(events, first);
            tell(events, "no JSON");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> isAhead(Duration.ofDays(800).minusSeconds(60)));
            tell(events, first);
            assertThat(isAhead(Duration.ofDays(800).minusSeconds(60))).isTrue();
        }
    }
}
