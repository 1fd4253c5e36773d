package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.events.EncounterCompleted;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** How large an encounter may be, and how late. */
@ServiceTest
class EncounterLimitsTest {
    private static final int MEBIBYTE = 1_048_576;

    @Inject
    Clocks clocks;

    private Clinic clinic;
    private UUID patient;
    private UUID practitioner;
    private UUID location;

    @BeforeEach
    void aClinicWithAPatient() {
        clinic = Clinic.opens();
        patient = clinic.registers(Body.patient());
        practitioner = clinic.hires(Body.practitioner());
        location = clinic.rents(Body.location());
    }

    @AfterEach
    void theClockGoesBack() {
        clocks.moveTo(FixedDay.now());
    }

    @Test
    void theLargestEncounterThatIsTakenIsTold() {
        var id = clinic.receives(visit());
        var body = services(999);
        assertThat(body.toString().getBytes(StandardCharsets.UTF_8).length).isBetween(MEBIBYTE * 9 / 10, MEBIBYTE);

        var answer = clinic.step("clinician", id, "complete", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        try (var events = TestEvents.open()) {
            assertThat(events.await(EncounterCompleted.class, id.toString()).services())
                    .hasSize(999);
        }
    }

    /** With everything that a line may say, as long as it may be, but for where somebody else did it: that is said of professional lines, of which a claim has 50. */
    private static Body services(int count) {
        return Body.of(IntStream.range(0, count)
                .mapToObj(n -> """
                        {"procedureCode": "99213", "modifiers": ["25", "59", "LT", "RT"], "units": 12345678.123, "chargeCents": 9999999999,
                         "serviceDate": "2026-03-02", "details": {"through": "2026-03-02", "description": "%1$s", "note": "%1$s", "minutes": 99999,
                         "placeOfService": "11", "emergency": true, "epsdt": true, "familyPlanning": true, "referringCliaNumber": "05D1234567",
                         "drug": {"ndc": "00409115901", "quantity": 1234567890.123, "unit": "UN", "prescriptionNumber": "%2$s"},
                         "purchasedService": {"npi": "1234567893", "chargeCents": 9999999999}, "revenueCode": "0450",
                         "referringProvider": {"npi": "1234567893", "lastName": "%2$s", "firstName": "%3$s"},
                         "supervisingProvider": {"npi": "1234567893", "lastName": "%2$s"}}}""".formatted("X".repeat(80), "X".repeat(50), "X".repeat(35)))
                .collect(Collectors.joining(",", "{\"services\": [", "]}")));
    }

    @Test
    void whatHasNotHappenedIsNotTaken() {
        clocks.moveTo(Instant.parse("2026-03-02T04:59:00Z")); // in New York the day before ends in a minute
        assertRefused(clinic.post("front-desk", "/encounters", visit()), 400, "validation-failed", "/serviceDate");
        var planned = clinic.receives(visit().with("status", "planned"));
        assertThat(clinic.step("front-desk", planned, "start").statusCode()).isEqualTo(200);
        assertRefused(clinic.step("clinician", planned, "complete", Body.fluShot()), 400, "validation-failed", "");

        clocks.moveTo(Instant.parse("2026-03-02T05:00:00Z"));
        var id = clinic.receives(visit());
        assertRefused(
                clinic.step(
                        "clinician",
                        id,
                        "complete",
                        Body.fluShot()
                                .with("services/1/serviceDate", "2026-03-03")
                                .with("dischargeDate", "2026-03-03")),
                400,
                "validation-failed",
                "/dischargeDate",
                "/services/1/serviceDate");
        assertThat(PlainJson.of(clinic.get("clinician", "/encounters/" + id)).getString("status"))
                .isEqualTo("in-progress");
        assertThat(clinic.step("clinician", id, "complete", Body.fluShot()).statusCode())
                .isEqualTo(200);
        assertThat(clinic.step("clinician", planned, "complete", Body.fluShot()).statusCode())
                .isEqualTo(200);
    }

    private Body visit() {
        return Body.encounter(patient, practitioner, location);
    }
}
