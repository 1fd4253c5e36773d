package org.superbill.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Kafka;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/** Events that come in another order than they happened. */
@ExtendWith(RunningSystem.class)
class EarlyEventTest {
    private static final String BILLING = "billing-service";

    @Test
    void anEncounterCodedBeforeItsPatientAndCoverageWaitsVisiblyAndGoesOnByItself(SuperbillSystem system) {
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        var clinic = practice.clinic();
        var practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        var payer = clinic.registersPayer(Facts.commercialPayer());
        var patient = UUID.randomUUID().toString();
        var coverage = UUID.randomUUID().toString();
        var encounter = UUID.randomUUID().toString();
        var kafka = new Kafka(system);

        kafka.tell(practice.organizationId(), "encounter-coded", 1, encounter, 1, """
                {"encounterId": "%s", "version": 1, "codingCaseId": "%s", "patientId": "%s", "practitionerId": "%s", "locationId": "%s",
                 "coverageIds": ["%s"], "serviceDate": "2026-03-02", "diagnoses": ["Z23"], "codedBy": "coder@example.org",
                 "lines": [{"lineNumber": 1, "procedureCode": "90658", "modifiers": [], "units": 1, "chargeCents": 2500,
                            "serviceDate": "2026-03-02", "diagnosisPointers": [1]}]}
                """.formatted(
                        encounter, UUID.randomUUID(), patient, practitioner, office, coverage));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked(practice)).hasSize(1));
        var parked = parked(practice).get(0);
        assertThat(parked.path("subject").asText()).isEqualTo(encounter);
        assertThat(parked.path("code").asText()).isEqualTo("state-missing");
        assertThat(parked.path("reason").asText()).isEqualTo("patient " + patient);
        assertThat(parked.path("waitsFor").asText()).isEqualTo(patient);
        var replayed = replay(practice, parked);
        assertThat(replayed.path("state").asText()).as("it still waits").isEqualTo("parked");
        assertThat(replayed.path("reason").asText()).isEqualTo("patient " + patient);
        assertThat(claims(practice, encounter)).isEmpty();

        kafka.tell(practice.organizationId(), "patient-changed", 1, patient, 1, """
                {"patientId": "%s", "firstName": "MARIA", "lastName": "LOPEZ", "birthDate": "1984-07-12", "sex": "female",
                 "address": {"line1": "7 ELM STREET", "city": "SPRINGFIELD", "state": "IL", "postalCode": "62701"}}
                """.formatted(patient));
        kafka.tell(
                practice.organizationId(), "coverage-changed", 1, coverage, 1, """
                {"coverageId": "%s", "patientId": "%s", "payerId": "%s", "memberId": "W123456789", "sequence": 1,
                 "relationshipToSubscriber": "self", "effectiveFrom": "2026-01-01"}
                """.formatted(coverage, patient, payer));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(claims(practice, encounter)).hasSize(1));
        assertThat(parked(practice)).isEmpty();
        assertThat(replay(practice, parked).path("state").asText()).isEqualTo("applied");
        assertThat(claims(practice, encounter))
                .as("replaying it again does nothing")
                .hasSize(1);
    }

    @Test
    void anEventOfAnUnknownVersionIsADeadLetterAndStopsOnlyItsEncounter(SuperbillSystem system) {
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        var encounter = UUID.randomUUID().toString();
        new Kafka(system).tell(practice.organizationId(), "encounter-coded", 99, encounter, 1, "{}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(stuck(practice, "dead-lettered")).hasSize(1));
        var letter = stuck(practice, "dead-lettered").get(0);
        assertThat(letter.path("subject").asText()).isEqualTo(encounter);
        assertThat(letter.path("code").asText()).isEqualTo("unknown-version");
        assertThat(letter.path("type").asText()).isEqualTo("org.superbill.encounter-coded.v99");
        var reason = "This release does not know the type org.superbill.encounter-coded.v99";
        assertThat(letter.path("reason").asText()).isEqualTo(reason);
        nothingHasChanged(practice);

        var replayed = replay(practice, letter);
        assertThat(replayed.path("state").asText()).isEqualTo("dead-lettered");
        assertThat(replayed.path("reason").asText()).isEqualTo(reason);
        assertThat(stuck(practice, "dead-lettered")).hasSize(1);
        nothingHasChanged(practice);
    }

    private static void nothingHasChanged(Practice practice) {
        for (var list : new String[] {"claims", "coding-cases", "ledger/entries", "encounters"}) {
            assertThat(practice.as("compliance")
                            .peek("/api/v1/" + list)
                            .expect(200)
                            .json()
                            .path("items"))
                    .as(list)
                    .isEmpty();
        }
    }

    private static JsonNode replay(Practice practice, JsonNode stuck) {
        return practice.as("admin")
                .post(
                        "/api/v1/event-processing/%s/stuck-events/%s/replay"
                                .formatted(BILLING, stuck.path("id").asText()),
                        "{}")
                .expect(200)
                .json();
    }

    private static JsonNode parked(Practice practice) {
        return stuck(practice, "parked");
    }

    private static JsonNode stuck(Practice practice, String state) {
        return practice.stuckEvents(BILLING, "?state=" + state);
    }

    private static JsonNode claims(Practice practice, String encounterId) {
        return practice.biller()
                .gateway()
                .peek("/api/v1/claims?encounterId=" + encounterId)
                .expect(200)
                .json()
                .path("items");
    }
}
