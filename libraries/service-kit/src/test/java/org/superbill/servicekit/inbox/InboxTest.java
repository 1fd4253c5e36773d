package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.superbill.servicekit.sample.TestData.patient;
import static org.superbill.servicekit.sample.TestData.voided;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.superbill.events.EventJson;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;

/** What comes of each event: applied once and in order, parked, or a dead letter. */
@QuarkusTest
@WithTestResource(ServiceStack.class)
class InboxTest extends SampleInbox {
    @Test
    void anEventDeliveredTwiceIsAppliedOnce() {
        var id = UUID.randomUUID();
        events.publish(id, organization, voided(encounter, "ok"), 1);
        events.publish(id, organization, voided(encounter, "ok"), 1);
        events.publish(organization, voided(encounter, "end"), 2);

        awaitHeard("1 ok", "2 end");
    }

    @Test
    void aRepeatIsIgnoredAlsoWhenItsInboxRowIsGone() {
        var id = UUID.randomUUID();
        events.publish(id, organization, voided(encounter, "ok"), 1);
        awaitHeard("1 ok");
        tenancy.as(organization, () -> {
            assertThat(table.update("delete from inbox")).isPositive();
        });
        events.publish(id, organization, voided(encounter, "ok"), 1);
        events.publish(organization, voided(encounter, "end"), 2);

        awaitHeard("1 ok", "2 end");
    }

    @Test
    void whatComesEarlyWaitsVisiblyAndGoesOnInOrder() {
        events.publish(organization, voided(encounter, "third"), 3);
        events.publish(organization, voided(encounter, "second"), 2);
        awaitStuck("parked sequence 1 of the same subject", "parked sequence 1 of the same subject");
        assertThat(heard()).isEmpty();
        events.publish(organization, voided(encounter, "first"), 1);

        awaitHeard("1 first", "2 second", "3 third");
        awaitStuck();
    }

    @Test
    void whatNeedsAPatientWaitsWithItsSuccessorsUntilThePatientComes() {
        var patient = UUID.randomUUID();
        events.publish(organization, voided(encounter, "needs " + patient), 1);
        events.publish(organization, voided(encounter, "after"), 2);
        awaitStuck("parked patient " + patient, "parked sequence 1 of the same subject");
        var other = UUID.randomUUID();
        events.publish(organization, voided(other, "not held up"), 1);
        await().until(() -> heard(other), List.of("1 not held up")::equals);
        events.publish(organization, patient(patient, "Doe"), 1);

        awaitHeard("1 needs " + patient, "2 after");
        awaitStuck();
    }

    @Test
    void whatWasParkedWhileItsPatientCameGoesOnByItself() {
        var patient = UUID.randomUUID();
        events.publish(organization, voided(encounter, "needs " + patient), 1);
        awaitStuck("parked patient " + patient);
        tenancy.as(organization, () -> {
            table.update("insert into known_patient values (?, ?, 'Doe')", organization.toString(), patient);
        });

        awaitHeard("1 needs " + patient);
    }

    @Test
    void theSameSubjectOfAnotherOrganizationIsAnother() {
        var other = UUID.randomUUID();
        events.publish(organization, voided(encounter, "ours"), 1);
        events.publish(other, voided(encounter, "theirs"), 1);

        awaitHeard("1 ours");
        await().until(() -> tenancy.as(other, this::heardNow), List.of("1 theirs")::equals);
    }

    @Test
    void anUnknownVersionIsADeadLetterThatStopsItsSubjectOnly() {
        var id = UUID.randomUUID();
        var type = "org.superbill.encounter-voided.v99";
        var data = EventJson.write(voided(encounter, "from the future"));
        events.send(
                VOIDED.topic(),
                encounter.toString(),
                TestEvents.headers(id, organization, type, encounter.toString(), 1),
                data);
        events.publish(organization, voided(encounter, "after"), 2);
        var samePartition = encounter.toString();
        var other = UUID.randomUUID();
        events.send(
                VOIDED.topic(),
                samePartition,
                TestEvents.headers(UUID.randomUUID(), organization, VOIDED.type(), other.toString(), 1),
                EventJson.write(voided(other, "goes")));

        await().until(() -> heard(other), List.of("1 goes")::equals);
        awaitStuck(
                "dead-lettered This release does not know the type " + type, "parked sequence 1 of the same subject");
        assertThat(heard()).isEmpty();
        var letter = events.awaitRecord(
                "encounter-voided.dead-letter",
                message -> TestEvents.text(message, "ce_id").equals(id.toString()));
        assertThat(letter.value()).isEqualTo(data);
        assertThat(TestEvents.text(letter, "ce_type")).isEqualTo(type);
        assertThat(TestEvents.text(letter, "ce_organization")).isEqualTo(organization.toString());
        assertThat(TestEvents.text(letter, "dead_letter_service")).isEqualTo("sample-service");
        assertThat(TestEvents.text(letter, "dead_letter_code")).isEqualTo("unknown-version");
        assertThat(TestEvents.text(letter, "dead_letter_reason")).contains("does not know the type");
    }

    @Test
    void dataThatIsNotOfTheEventsFormIsADeadLetterThatNamesTheField() {
        sendData("{\"encounterId\":\"" + encounter + "\"}", encounter);
        awaitStuck("dead-lettered The event has no /reason");
        var broken = UUID.randomUUID();
        sendData("{\"encounterId\":", broken);
        await().until(() -> stuck(broken).size() == 1);
        assertThat(stuck(broken).get(0)).startsWith("dead-lettered Not a EncounterVoided at line 1");
    }

    @Test
    void whatAHandlerRefusesIsADeadLetterWithoutItsText() {
        events.publish(organization, voided(encounter, "refused"), 1);
        await().until(() -> stuck().size() == 1);
        assertThat(stuck().get(0))
                .startsWith("dead-lettered IllegalArgumentException at ")
                .doesNotContain("Jane");
        assertThat(heard()).as("rolled back").isEmpty();
    }

    @Test
    void aFaultOfTheCodeIsADeadLetterAfterThreeAttempts() {
        events.publish(organization, voided(encounter, "fault"), 1);
        events.publish(organization, voided(encounter, "after"), 2);
        await().until(() -> stuck().size() == 2);
        assertThat(stuck().get(0))
                .startsWith("dead-lettered IndexOutOfBoundsException")
                .doesNotContain("Jane");
    }

    @Test
    void ofAStateTheHighestSequenceWins() {
        var patient = UUID.randomUUID();
        events.publish(organization, patient(patient, "Third"), 3);
        await().until(() -> lastName(patient), List.of("Third")::equals);
        events.publish(organization, patient(patient, "Second"), 2);
        events.publish(organization, patient(patient, "Fifth"), 5);

        await().until(() -> lastName(patient), List.of("Fifth")::equals);
        assertThat(stuck(patient)).isEmpty();
    }

    @Test
    void aLaterStateTakesThePlaceOfADeadOne() {
        var patient = UUID.randomUUID();
        events.publish(organization, patient(patient, "Impossible"), 1);
        await().until(() -> stuck(patient).size() == 1);
        events.publish(organization, patient(patient, "Possible"), 2);

        await().until(() -> lastName(patient), List.of("Possible")::equals);
        assertThat(stuck(patient)).isEmpty();
    }

    @Test
    void recordsThatAreNoEventsAreDeadLettersOfNobodyAndHoldNothingUp() {
        var marker = UUID.randomUUID().toString();
        for (var missing : List.of("ce_id", "ce_organization", "ce_type", "ce_subject", "ce_sequence", "ce_time")) {
            var headers = TestEvents.headers(UUID.randomUUID(), organization, VOIDED.type(), encounter.toString(), 1);
            headers.remove(missing);
            events.send(VOIDED.topic(), marker, headers, marker.getBytes(StandardCharsets.UTF_8));
        }
        var forged = TestEvents.headers(UUID.randomUUID(), organization, VOIDED.type(), "a\u0000b", 1);
        events.send(VOIDED.topic(), marker, forged, marker.getBytes(StandardCharsets.UTF_8));
        events.send(VOIDED.topic(), marker, new RecordHeaders(), marker.getBytes(StandardCharsets.UTF_8));
        events.send(
                VOIDED.topic(),
                marker,
                TestEvents.headers(UUID.randomUUID(), organization, VOIDED.type(), encounter.toString(), 1),
                EventJson.write(voided(encounter, "goes")));

        awaitHeard("1 goes");
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> events.records("encounter-voided.dead-letter").stream()
                                .filter(letter -> new String(letter.value(), StandardCharsets.UTF_8).equals(marker))
                                .map(letter -> TestEvents.text(letter, "dead_letter_reason"))
                                .sorted()
                                .toList(),
                        List.of(
                                "The header ce_id is missing or unreadable",
                                "The header ce_id is missing or unreadable",
                                "The header ce_organization is missing or unreadable",
                                "The header ce_sequence is missing or unreadable",
                                "The header ce_subject is missing or unreadable",
                                "The header ce_subject is missing or unreadable",
                                "The header ce_time is missing or unreadable",
                                "The header ce_type is missing or unreadable")::equals);
    }
}
