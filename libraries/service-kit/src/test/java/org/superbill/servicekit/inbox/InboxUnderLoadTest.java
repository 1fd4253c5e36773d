package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.superbill.servicekit.sample.TestData.patient;
import static org.superbill.servicekit.sample.TestData.voided;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.sample.Watcher;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;

/** Events that pile up, come in any order or meet a database that is away, and those that observe them. */
@QuarkusTest
@WithTestResource(ServiceStack.class)
class InboxUnderLoadTest extends SampleInbox {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inWhateverOrderAndHoweverOftenTheyComeEachIsAppliedOnceInOrder(long seed) {
        var random = new Random(seed);
        var sequences = new ArrayList<Long>();
        for (var copy = 0; copy < 3; copy++) {
            LongStream.rangeClosed(1, 20).forEach(sequences::add);
        }
        Collections.shuffle(sequences, random);
        var ids = LongStream.rangeClosed(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        for (var sequence : sequences) {
            events.publish(ids.get(sequence.intValue()), organization, voided(encounter, "ok"), sequence);
        }

        awaitHeard(LongStream.rangeClosed(1, 20).mapToObj(i -> i + " ok").toArray(String[]::new));
        awaitStuck();
    }

    @Test
    void whenTheDatabaseIsAwayEventsWaitAndAreAppliedOnce() {
        events.publish(organization, voided(encounter, "before"), 1);
        awaitHeard("1 before");
        postgres.kill();
        events.publish(organization, voided(encounter, "meanwhile"), 2);
        events.publish(organization, voided(encounter, "after"), 3);
        postgres.start();

        awaitHeard("1 before", "2 meanwhile", "3 after");
        assertThat(stuck()).isEmpty();
    }

    /** Piled up while the database was away, so that they are taken together. */
    @Test
    void ofAPileEachIsAppliedOnceAndOneThatFailsStandsAlone() {
        var subjects = IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
        var patient = UUID.randomUUID();
        var refused = UUID.randomUUID();
        var needy = UUID.randomUUID();
        var early = UUID.randomUUID();
        events.publish(organization, voided(encounter, "before"), 1);
        awaitHeard("1 before");
        postgres.kill();
        for (var subject : subjects) {
            var id = UUID.randomUUID();
            events.publish(id, organization, voided(subject, "first"), 1);
            events.publish(id, organization, voided(subject, "first"), 1);
        }
        events.publish(organization, voided(refused, "refused"), 1);
        events.publish(organization, voided(needy, "needs " + patient), 1);
        events.publish(organization, voided(early, "second"), 2);
        subjects.forEach(subject -> events.publish(organization, voided(subject, "second"), 2));
        postgres.start();

        subjects.forEach(subject -> await().atMost(Duration.ofSeconds(30))
                .until(() -> heard(subject), List.of("1 first", "2 second")::equals));
        await().until(() -> stuck(refused).size() == 1
                && stuck(needy).size() == 1
                && stuck(early).size() == 1);
        assertThat(stuck(refused).get(0)).startsWith("dead-lettered IllegalArgumentException");
        assertThat(stuck(needy)).containsExactly("parked patient " + patient);
        assertThat(stuck(early)).containsExactly("parked sequence 1 of the same subject");
        events.publish(organization, patient(patient, "Doe"), 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> heard(needy), List.of("1 needs " + patient)::equals);
    }

    @Test
    void ofAPileOfStatesTheHighestWins() {
        var patients = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        events.publish(organization, voided(encounter, "before"), 1);
        awaitHeard("1 before");
        postgres.kill();
        patients.forEach(patient -> events.publish(organization, patient(patient, "Third"), 3));
        patients.forEach(patient -> events.publish(organization, patient(patient, "Second"), 2));
        postgres.start();

        patients.forEach(patient ->
                await().atMost(Duration.ofSeconds(30)).until(() -> lastName(patient), List.of("Third")::equals));
    }

    @Test
    void observersSeeEveryEventOnceOfItsOrganizationEvenWhenTheyFailedAtFirst() {
        Watcher.FAILURES.set(1);
        var id = events.publish(organization, voided(encounter, "ok"), 1);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tenancy.as(organization, () -> table.texts("select id from observed")),
                        List.of(id.toString())::equals);
    }

    @Test
    void anEventThatTheObserversNeverTakeKeepsNoOtherFromBeingSeen() {
        var never = UUID.randomUUID();
        Watcher.INDIGESTIBLE.add(never);
        events.send(
                "audit-recorded",
                never.toString(),
                TestEvents.headers(never, organization, "org.superbill.audit-recorded.v1", never.toString(), 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        var after = events.publish(organization, voided(encounter, "ok"), 1);

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tenancy.as(organization, () -> table.texts("select id from observed")),
                        List.of(after.toString())::equals);
        await().atMost(Duration.ofSeconds(30)).until(() -> stuck(never).size() == 1);
        assertThat(stuck(never).get(0)).startsWith("dead-lettered IllegalStateException at ");
    }
}
