package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.superbill.servicekit.sample.TestData.voided;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class EventBacklogTest extends OfStuckEvents {

    @Inject
    EventBacklog backlog;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatIsStuckAnywhereIsCountedByState() {
        backlog.read();
        var parked = stuck("parked");
        var dead = stuck("dead-lettered");

        events.publish(organization, voided(encounter, "needs " + UUID.randomUUID()), 1);
        events.publish(organization, voided(UUID.randomUUID(), "refused"), 1);

        await().atMost(PATIENCE).untilAsserted(() -> {
            backlog.read();
            assertThat(stuck("parked")).isEqualTo(parked + 1);
            assertThat(stuck("dead-lettered")).isEqualTo(dead + 1);
        });
    }

    @Test
    void whatKafkaHasNotGotYetIsCountedUntilItHasIt() {
        backlog.read();
        assertThat(outbox("waiting")).isNotNaN();
        await().atMost(PATIENCE).untilAsserted(() -> {
            backlog.read();
            assertThat(outbox("waiting")).isZero();
            assertThat(outbox("oldest_seconds")).isZero();
        });
    }

    private double outbox(String figure) {
        return metrics.get("superbill.outbox." + figure).gauge().value();
    }

    private double stuck(String state) {
        return metrics.get("superbill.events.stuck").tag("state", state).gauge().value();
    }
}
