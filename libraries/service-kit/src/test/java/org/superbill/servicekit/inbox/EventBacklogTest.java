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
import org.superbill.events.EventContract;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class EventBacklogTest extends OfStuckEvents {

    @Inject
    EventBacklog backlog;

    @Inject
    MeterRegistry metrics;

    @Inject
    Outbox outbox;

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
        var topic = EventContract.ENCOUNTER_VOIDED.topic();
        tenancy.as(
                organization,
                () -> table.update(
                        "insert into outbox_set_aside (id, organization_id, event_id, topic, type, subject, sequence, source, time, reason) values (-1, ?, ?, ?, '', ?, 0, '', now(), '')",
                        organization.toString(),
                        UUID.randomUUID(),
                        topic,
                        encounter.toString()));
        tenancy.as(organization, () -> outbox.publish(voided(encounter, "waits for the one that was set aside")));
        await().atMost(PATIENCE).untilAsserted(() -> {
            backlog.read();
            assertThat(outbox("waiting")).isPositive();
            assertThat(outbox("oldest_seconds")).isPositive();
        });

        tenancy.as(organization, () -> table.update("delete from outbox_set_aside"));
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
