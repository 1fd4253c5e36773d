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

/** Every call and every event is taken as coming twice. */
@ExtendWith(RunningSystem.class)
@DisplayName("5. Everything twice")
class J05_EverythingTwiceTest {

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
        var once = endState(practice, visit, claimId);
        assertThat(once.get("charges")).isEqualTo(FluShot.CHARGE_CENTS);

        system.narrator().step("The 835 is uploaded again");
        for (var remittance : biller.received("835")) {
            biller.gateway().upload("/api/v1/x12-files", remittance).expect(200);
        }
        system.narrator().step("The launcher delivers every Kafka event again");
        var redelivered = system.stack().redeliver(null, List.of());
        assertThat(redelivered).isPositive();
        system.narrator().fact("%d events delivered again".formatted(redelivered));
        everythingIsConsumed(system);

        assertThat(endState(practice, visit, claimId)).isEqualTo(once);
        practice.books().areCoherent();
    }

    /** Consumers that have read to the end of every topic have seen every event twice. */
    private static void everythingIsConsumed(SuperbillSystem system) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(new Kafka(system).lag()).isZero());
    }

    private static Map<String, Object> endState(Practice practice, Visit visit, String claimId) {
        var state = new TreeMap<String, Object>();
        var claim = practice.biller().claim(claimId);
        state.put("claim", claim);
        state.put("encounter", practice.clinic().seesEncounter(visit, "closed"));
        state.put("journey", practice.clinic().journey(visit));
        state.put("entries", practice.books().entries(claimId));
        state.put("patient", practice.books().patientBalance(visit.patientId()));
        state.put("charges", claim.path("totalChargeCents").asLong());
        state.put("events", practice.events(visit.encounterId()));
        state.put("files", list(practice, "/api/v1/x12-files"));
        state.put("remittances", list(practice, "/api/v1/remittances"));
        state.put("submissions", list(practice, "/api/v1/submissions"));
        state.put("cases", list(practice, "/api/v1/coding-cases"));
        state.put("patients", list(practice, "/api/v1/patients"));
        state.put("encounters", list(practice, "/api/v1/encounters"));
        return state;
    }

    private static JsonNode list(Practice practice, String path) {
        var reader = path.contains("patients") || path.contains("encounters")
                ? practice.as("front-desk")
                : path.contains("coding") ? practice.as("coder") : practice.as("biller");
        return reader.peek(path + "?limit=200").expect(200).json();
    }
}
