package org.superbill.patient.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.FixedDay;

/** What is in the future is so by the own organization's calendar, and nothing is done for one that is not registered. */
@ServiceTest
class OwnOrganizationTest {
    private static final Body BORN_ON_2_MARCH = Body.patient().with("birthDate", "2026-03-02");

    @Inject
    Clocks clocks;

    private Clinic clinic;

    @BeforeEach
    void aClinicInChicago() {
        clinic = Clinic.opens(Body.organization().with("timeZone", "America/Chicago"));
    }

    @AfterEach
    void theClockGoesBack() {
        clocks.moveTo(FixedDay.now());
    }

    @Test
    void aDayBeginsWhenItDoesWhereTheOrganizationIs() {
        clocks.moveTo(Instant.parse("2026-03-02T05:59:00Z"));
        assertRefused(clinic.post("front-desk", "/patients", BORN_ON_2_MARCH), 400, "validation-failed", "/birthDate");

        clocks.moveTo(Instant.parse("2026-03-02T06:00:00Z"));
        clinic.registers(BORN_ON_2_MARCH);
    }

    @Test
    void anotherTimeZoneHoldsAtOnce() {
        clocks.moveTo(Instant.parse("2026-03-02T06:00:00Z"));
        clinic.registers(BORN_ON_2_MARCH);

        var moved = clinic.put(
                "admin", "/organization", "\"0\"", Body.organization().with("timeZone", "Pacific/Pago_Pago"));

        assertThat(moved.statusCode()).as(moved.asString()).isEqualTo(200);
        assertRefused(clinic.post("front-desk", "/patients", BORN_ON_2_MARCH), 400, "validation-failed", "/birthDate");
        clocks.moveTo(Instant.parse("2026-03-02T11:00:00Z"));
        clinic.registers(BORN_ON_2_MARCH);
    }

    @Test
    void nothingIsDoneForOneThatIsNotRegistered() {
        var nobodys = UUID.randomUUID();
        var frontDesk = TestTokens.of(nobodys, "front-desk");

        assertRefused(
                Clinic.writing(frontDesk).body(Body.patient().toString()).post("/api/v1/patients"),
                404,
                "organization-not-found");
        assertRefused(given().auth().oauth2(frontDesk).get("/api/v1/patients"), 404, "organization-not-found");
        assertRefused(
                Clinic.writing(TestTokens.of(nobodys, "admin"))
                        .body(Body.practitioner().toString())
                        .post("/api/v1/practitioners"),
                404,
                "organization-not-found");
        assertRefused(
                given().auth().oauth2(TestTokens.of(nobodys, "poster")).get("/api/v1/patients"), 403, "forbidden");
    }
}
