package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Kafka;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/** Every call and every event is taken as coming twice: what there is afterwards is what one call and one event make. */
@ExtendWith(RunningSystem.class)
@DisplayName("5. Everything twice")
class J05_EverythingTwiceTest {
    /** What the organization has after one flu shot, and how many of each; who may read it. */
    private static final Map<String, String> ONE_OF_EACH = Map.of(
            "/api/v1/practitioners", "admin",
            "/api/v1/locations", "admin",
            "/api/v1/payers", "admin",
            "/api/v1/patients", "front-desk",
            "/api/v1/encounters", "front-desk",
            "/api/v1/coding-cases", "coder",
            "/api/v1/claims", "biller",
            "/api/v1/submissions", "biller",
            "/api/v1/remittances", "biller");

    @Test
    void theEndStateIsTheSame(SuperbillSystem system) {
        var practice = Practice.opensAndRepeatsItself(system, Facts.RIVERSIDE);
        var visit = FluShot.takesPlace(practice, "W123456789");
        FluShot.isCoded(practice, visit);
        var biller = practice.biller();
        var claimId = biller.receivesClaim(visit);
        biller.submits(claimId);
        biller.seesTransport(claimId, "accepted");
        practice.payer().reachesPaymentDate();
        biller.seesAdjudication(claimId, "paid");
        practice.clinic().seesEncounter(visit, "closed");
        practice.tellsEvents(visit.encounterId(), "claim-submitted");
        everythingIsConsumed(system);
        isWhatOneFluShotMakes(practice, visit, claimId);
        var once = endState(practice, visit, claimId);

        system.narrator().step("The 835 is uploaded again");
        for (var remittance : biller.received("835")) {
            practice.as("poster").upload("/api/v1/x12-files", remittance).expect(200);
        }
        system.narrator().step("The launcher delivers every Kafka event again");
        var redelivered = system.stack().redeliver(null, List.of());
        assertThat(redelivered).isPositive();
        system.narrator().fact("%d events delivered again".formatted(redelivered));
        everythingIsConsumed(system);

        isWhatOneFluShotMakes(practice, visit, claimId);
        assertThat(endState(practice, visit, claimId)).isEqualTo(once);
        practice.books().areCoherent();
    }

    /** In figures of one flu shot, so that what the doubled calls have made is not only compared with itself. */
    private static void isWhatOneFluShotMakes(Practice practice, Visit visit, String claimId) {
        ONE_OF_EACH.forEach(
                (path, role) -> assertThat(items(practice, role, path)).as(path).hasSize(1));
        assertThat(items(practice, "front-desk", coverages(visit))).hasSize(1);
        assertThat(items(practice, "biller", "/api/v1/denials")).isEmpty();
        assertThat(items(practice, "biller", "/api/v1/remittances")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("posted");
        assertThat(items(practice, "biller", "/api/v1/x12-files"))
                .extracting(file -> file.path("kind").asText())
                .containsExactlyInAnyOrder("999", "277CA", "835");
        assertThat(practice.books().written(claimId))
                .containsExactly(
                        "charge | insurance-receivable debit 2500, line 1 | patient-service-revenue credit 2500, line 1"
                                + " | insurance-receivable debit 3000, line 2 | patient-service-revenue credit 3000, line 2",
                        "payer-payment | cash debit 2000, line 1 | insurance-receivable credit 2000, line 1"
                                + " | contractual-adjustment debit 500, line 1, CO-45 | insurance-receivable credit 500, line 1, CO-45"
                                + " | cash debit 2400, line 2 | insurance-receivable credit 2400, line 2"
                                + " | contractual-adjustment debit 600, line 2, CO-45 | insurance-receivable credit 600, line 2, CO-45");
        assertThat(practice.books().accounts())
                .isEqualTo(
                        Map.of("cash", 44_00L, "contractual-adjustment", 11_00L, "patient-service-revenue", -55_00L));
        assertThat(practice.events(visit.encounterId()).stream().filter("claim-submitted"::equals))
                .hasSize(1);
        for (var service : List.of("patient-service", "coding-service", "billing-service", "gateway")) {
            assertThat(practice.stuckEvents(service, "")).as(service).isEmpty();
        }
    }

    /** Consumers that have read to the end of every topic have seen every event twice. */
    private static void everythingIsConsumed(SuperbillSystem system) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(new Kafka(system).lag()).isZero());
    }

    private static Map<String, Object> endState(Practice practice, Visit visit, String claimId) {
        var state = new TreeMap<String, Object>();
        ONE_OF_EACH.forEach((path, role) -> state.put(path, items(practice, role, path)));
        state.put("coverages", items(practice, "front-desk", coverages(visit)));
        state.put("denials", items(practice, "biller", "/api/v1/denials"));
        state.put("files", items(practice, "biller", "/api/v1/x12-files"));
        state.put("claim", practice.biller().claim(claimId));
        state.put("history", read(practice, "biller", "/api/v1/claims/%s/history".formatted(claimId)));
        state.put("encounter", practice.clinic().seesEncounter(visit, "closed"));
        state.put("journey", practice.clinic().journey(visit));
        state.put("entries", practice.books().entries(claimId));
        state.put("accounts", read(practice, "poster", "/api/v1/ledger/accounts"));
        state.put("patient's account", read(practice, "poster", "/api/v1/patient-accounts/" + visit.patientId()));
        state.put("events", practice.events(visit.encounterId()));
        return state;
    }

    private static String coverages(Visit visit) {
        return "/api/v1/patients/%s/coverages".formatted(visit.patientId());
    }

    private static JsonNode items(Practice practice, String role, String path) {
        return read(practice, role, path).path("items");
    }

    private static JsonNode read(Practice practice, String role, String path) {
        return practice.as(role).peek(path).expect(200).json();
    }
}
