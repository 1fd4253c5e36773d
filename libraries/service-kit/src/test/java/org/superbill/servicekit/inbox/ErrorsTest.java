package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.superbill.servicekit.sample.TestData.voided;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.kafka.KafkaSettings;
import org.superbill.servicekit.kafka.Topics;
import org.superbill.servicekit.sample.Watcher;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;

/** An error of the JVM, and a record that nobody can read, cost one event: reading goes on. */
@QuarkusTest
@WithTestResource(ServiceStack.class)
class ErrorsTest extends OfStuckEvents {
    @Inject
    Inbox inbox;

    @Inject
    Topics topics;

    @Inject
    KafkaSettings settings;

    @Test
    void aHandlersErrorMakesADeadLetterAndTheNextEventIsHeard() {
        events.publish(organization, voided(encounter, "error"), 1);
        var other = UUID.randomUUID();
        events.publish(organization, voided(other, "ok"), 1);

        await().atMost(PATIENCE)
                .until(() -> texts("select text from heard where subject = ?", other), List.of("1 ok")::equals);
        await().atMost(PATIENCE)
                .until(
                        () -> texts("select state || ' ' || code from stuck_event where subject = ?", encounter),
                        List.of("dead-lettered fault")::equals);
        RestAssured.get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("loops"));
    }

    @Test
    void anObserversErrorMakesADeadLetterAndTheNextEventIsSeen() {
        var never = UUID.randomUUID();
        Watcher.TOO_DEEP.add(never);
        events.send(
                "audit-recorded",
                never.toString(),
                TestEvents.headers(never, organization, "org.superbill.audit-recorded.v1", never.toString(), 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        var after = events.publish(organization, voided(encounter, "ok"), 1);

        await().atMost(PATIENCE)
                .until(
                        () -> tenancy.as(organization, () -> table.texts("select id from observed")),
                        List.of(after.toString())::equals);
        await().atMost(PATIENCE)
                .until(() -> texts("select code from stuck_event where subject = ?", never), List.of("fault")::equals);
    }

    @Test
    void anErrorWhileARecordIsTakenDoesNotEndTheReading() throws InterruptedException {
        var attempts = new AtomicInteger();
        var loop = new KafkaLoop(
                "errors-" + organization,
                List.of("encounter-voided"),
                topics,
                settings,
                messages -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new StackOverflowError();
                    }
                    return messages.size();
                },
                Duration.ZERO);
        loop.start();
        events.publish(organization, voided(encounter, "ok"), 1);
        await().atMost(PATIENCE).until(() -> attempts.get() > 1);
        loop.stop();
    }

    @Test
    void anUnreadableRecordThatIsDeliveredAgainIsOneDeadLetter() {
        var data = ("no event " + organization).getBytes(StandardCharsets.UTF_8);
        var unreadable = new ConsumerRecord<byte[], byte[]>("encounter-voided", 0, 1_000_000_000L, new byte[0], data);
        inbox.take(unreadable);
        inbox.take(unreadable);
        events.publish(organization, voided(encounter, "refused"), 1); // a dead letter behind them

        events.awaitRecord(
                "encounter-voided.dead-letter",
                letter -> TestEvents.text(letter, "ce_subject").equals(encounter.toString()));
        assertThat(events.records("encounter-voided.dead-letter").stream()
                        .filter(letter -> Arrays.equals(letter.value(), data)))
                .hasSize(1);
    }
}
