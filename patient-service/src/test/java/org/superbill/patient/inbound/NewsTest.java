package org.superbill.patient.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.events.ClaimStatusChanged;
import org.superbill.events.ClaimSubmitted;
import org.superbill.events.EncounterCoded;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;

/** What coding and billing tell becomes the status and the journey of the encounter. */
@ServiceTest
class NewsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final UUID claim = UUID.randomUUID();
    private TestEvents events;
    private Clinic clinic;
    private UUID encounter;

    @BeforeEach
    void aCompletedEncounter() {
        events = TestEvents.open();
        clinic = Clinic.opens();
        encounter = clinic.receives(clinic.visit());
        clinic.step("clinician", encounter, "complete", Body.fluShot());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void leadsFromCodedOverBilledToClosed() {
        var coded = events.publish(clinic.organization, coded(1, 1, 2));
        awaitStatus("coded");
        var submitted = events.publish(clinic.organization, submitted());
        awaitStatus("billed");
        events.publish(clinic.organization, status("accepted", "pending", "open"));
        var settled = events.publish(clinic.organization, status("accepted", "paid", "settled"));
        awaitStatus("closed");

        var journey = journey();
        assertThat(journey.getList("steps.step"))
                .containsExactly(
                        "registered",
                        "completed",
                        "coded",
                        "claim-submitted",
                        "claim-status-changed",
                        "claim-status-changed",
                        "closed");
        assertThat(journey.getString("steps[2].eventId")).isEqualTo(coded.toString());
        assertThat(journey.getString("steps[3].eventId")).isEqualTo(submitted.toString());
        assertThat(journey.getString("steps[3].claimId")).isEqualTo(claim.toString());
        assertThat(journey.getString("steps[3].detail")).contains("C0001", "frequency 1");
        assertThat(journey.getString("steps[6].eventId")).isEqualTo(settled.toString());
        assertThat(journey.getString("steps[0].eventId")).isNull();
    }

    @Test
    void thatComesTwiceIsTakenOnce() {
        var id = UUID.randomUUID();
        events.publish(id, clinic.organization, coded(1, 1, 2), 1);
        events.publish(id, clinic.organization, coded(1, 1, 2), 1);
        events.publish(UUID.randomUUID(), clinic.organization, coded(1, 1, 2), 1);
        events.publish(clinic.organization, coded(2, 1, 2), 2);

        await().untilAsserted(() -> assertThat(journey().getList("steps.step"))
                .containsExactly("registered", "completed", "coded", "coding-amended"));
    }

    @Test
    void ofAFacilitysCaseIsAStepAndNotTheStatus() {
        var of = coded(1, 1, 2);
        events.publish(
                clinic.organization,
                new EncounterCoded(
                        of.encounterId(),
                        of.version(),
                        of.codingCaseId(),
                        of.patientId(),
                        of.practitionerId(),
                        of.locationId(),
                        of.coverageIds(),
                        of.serviceDate(),
                        of.diagnoses(),
                        of.lines(),
                        of.codedBy(),
                        "facility",
                        "inpatient",
                        DAY,
                        DAY,
                        List.of("Y"),
                        List.of(),
                        null));
        await().untilAsserted(() -> assertThat(journey().getList("steps.step")).contains("facility-coded"));
        assertThat(journey().getString("status")).isEqualTo("completed");
    }

    @Test
    void ofManyEncountersThatComeAtOnceReachesEachAndTheirRevisions() {
        var visit = clinic.visit();
        var others =
                IntStream.range(0, 12).mapToObj(i -> clinic.receives(visit)).toList();
        others.forEach(other -> clinic.step("clinician", other, "complete", Body.fluShot()));
        var before = revision(others.get(0));

        others.forEach(other -> {
            events.publish(clinic.organization, coded(other, 1, 1, 2));
            var claimOfIt = UUID.randomUUID();
            events.publish(clinic.organization, submitted(claimOfIt, other));
            events.publish(clinic.organization, status(claimOfIt, other, "accepted", "pending", "open"), 1);
            events.publish(clinic.organization, status(claimOfIt, other, "accepted", "paid", "settled"), 2);
        });

        others.forEach(other -> await().untilAsserted(
                        () -> assertThat(journey(other).getString("status")).isEqualTo("closed")));
        assertThat(journey(others.get(11)).getList("steps")).hasSize(7);
        assertThat(revision(others.get(0))).isNotEqualTo(before);
    }

    @Test
    void ofAnEncounterThatIsMissingDoesNotKeepTheOthersBack() {
        var missing = UUID.randomUUID();
        events.publish(clinic.organization, coded(missing, 1, 1, 2));
        events.publish(clinic.organization, coded(1, 1, 2));

        awaitStatus("coded");
    }

    @Test
    void ofMoneyThatIsOwedAgainOpensIt() {
        events.publish(clinic.organization, coded(1, 1, 2));
        awaitStatus("coded");
        events.publish(clinic.organization, submitted());
        awaitStatus("billed");
        events.publish(clinic.organization, status("accepted", "paid", "settled"));
        awaitStatus("closed");

        events.publish(clinic.organization, status("accepted", "reversed", "open"));

        awaitStatus("billed");
        assertThat(journey().getList("steps.step")).endsWith("reopened");
    }

    @Test
    void closesOnlyWhenEveryClaimIsSettled() {
        events.publish(clinic.organization, submitted());
        awaitStatus("billed");
        var other = UUID.randomUUID();
        events.publish(clinic.organization, status(other, "accepted", "pending", "open"));
        events.publish(clinic.organization, status("accepted", "paid", "settled"));
        await().untilAsserted(() -> assertThat(journey().getList("steps")).hasSize(5));
        assertThat(journey().getString("status")).isEqualTo("billed");

        events.publish(clinic.organization, status(other, "accepted", "paid", "settled"));

        awaitStatus("closed");
    }

    @Test
    void ofAnotherOrganizationDoesNotReachIt() {
        var stranger = Clinic.opens();
        events.publish(stranger.organization, coded(1, 1, 2));
        var path = "/event-processing/patient-service/stuck-events";
        await().untilAsserted(() -> {
            var stuck = stranger.get("admin", path, "state", "dead-lettered");
            assertThat(stuck.statusCode()).as(stuck.asString()).isEqualTo(200);
            assertThat(PlainJson.of(stuck).getList("items.subject")).containsExactly(encounter.toString());
        });

        assertThat(journey().getString("status")).isEqualTo("completed");
        assertThat(journey().getList("steps")).hasSize(2);
    }

    private EncounterCoded coded(int version, Integer... lineNumbers) {
        return coded(encounter, version, lineNumbers);
    }

    private static EncounterCoded coded(UUID encounter, int version, Integer... lineNumbers) {
        var lines = List.of(lineNumbers).stream()
                .map(number ->
                        new EncounterCoded.Line(number, "90658", List.of(), BigDecimal.ONE, 2500, DAY, List.of(1)))
                .toList();
        return new EncounterCoded(
                encounter,
                version,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                DAY,
                List.of("Z23"),
                lines,
                "coder");
    }

    private ClaimSubmitted submitted() {
        return submitted(claim, encounter);
    }

    private static ClaimSubmitted submitted(UUID claim, UUID encounter) {
        return new ClaimSubmitted(
                claim,
                encounter,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "C0001",
                "1",
                5500,
                UUID.randomUUID(),
                "000000001",
                Instant.parse("2026-03-02T15:00:00Z"),
                null);
    }

    private ClaimStatusChanged status(String transport, String adjudication, String money) {
        return status(claim, transport, adjudication, money);
    }

    private ClaimStatusChanged status(UUID claimId, String transport, String adjudication, String money) {
        return status(claimId, encounter, transport, adjudication, money);
    }

    private static ClaimStatusChanged status(
            UUID claimId, UUID encounter, String transport, String adjudication, String money) {
        return new ClaimStatusChanged(claimId, encounter, 1, "C0001", transport, adjudication, money, 0, 0, "nobody");
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(journey().getString("status")).isEqualTo(status));
    }

    private String revision(UUID encounter) {
        return clinic.get("coder", "/encounters/" + encounter).header("ETag");
    }

    private JsonPath journey() {
        return journey(encounter);
    }

    private JsonPath journey(UUID encounter) {
        return PlainJson.of(clinic.get("coder", "/encounters/" + encounter + "/journey"));
    }
}
