package org.superbill.patient.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.SecondThread;

@ServiceTest
class CoverageTest {
    private Clinic clinic;
    private UUID payer;
    private UUID patient;

    @BeforeEach
    void aPatientAndAPayer() {
        clinic = Clinic.opens();
        payer = clinic.contracts(Body.payer());
        patient = clinic.registers(Body.patient());
    }

    @Test
    void isRegisteredReadListedAndChanged() {
        var id = clinic.insures(patient, Body.coverage(payer).with("memberId", " JS00111223333 "));

        var read = clinic.get("biller", path(id));
        assertThat(PlainJson.of(read).getString("memberId")).isEqualTo("JS00111223333");
        assertThat(PlainJson.of(read).getString("subscriber.firstName")).isEqualTo("JANE");
        var changed = clinic.put(
                "biller",
                path(id),
                read.header("ETag"),
                Body.coverage(payer)
                        .with("relationshipToSubscriber", "self")
                        .without("subscriber")
                        .with("effectiveTo", "2026-12-31"));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);

        var list = PlainJson.of(clinic.get("front-desk", "/patients/" + patient + "/coverages"));
        assertThat(list.getList("items.effectiveTo")).containsExactly("2026-12-31");
        assertRefused(clinic.put("biller", path(id), "\"0\"", Body.coverage(payer)), 412, "stale");
    }

    @Test
    void contradictionsAreRefused() {
        assertRefused(
                insure(Body.coverage(payer).without("subscriber").with("effectiveTo", "2025-12-31")),
                400,
                "validation-failed",
                "/subscriber",
                "/effectiveTo");
        assertRefused(
                insure(Body.coverage(payer).with("relationshipToSubscriber", "self")),
                400,
                "validation-failed",
                "/subscriber");
    }

    @Test
    void everyFaultOfAFieldIsNamed() {
        assertRefused(
                insure(Body.coverage(payer)
                        .with("memberId", " J ")
                        .with("sequence", 0)
                        .with("groupName", "A*B")
                        .without("subscriber/lastName")
                        .without("effectiveFrom")),
                400,
                "validation-failed",
                "/memberId",
                "/sequence",
                "/groupName",
                "/subscriber/lastName",
                "/effectiveFrom");
        assertRefused(
                insure(Body.coverage(payer).with("relationshipToSubscriber", "cousin")),
                400,
                "validation-failed",
                "/relationshipToSubscriber");
    }

    @Test
    void theMemberIdHasTwoToEightyCharacters() {
        assertThat(insure(Body.coverage(payer).with("memberId", "J1")).statusCode())
                .isEqualTo(201);
        assertThat(insure(Body.coverage(payer).with("memberId", "J".repeat(80)).with("sequence", 2))
                        .statusCode())
                .isEqualTo(201);
        assertRefused(
                insure(Body.coverage(payer).with("memberId", "J".repeat(81)).with("sequence", 3)),
                400,
                "validation-failed",
                "/memberId");
    }

    @Test
    void aPlaceInTheOrderOfPayersIsHeldByOneCoverageADay() {
        clinic.insures(patient, Body.coverage(payer).with("effectiveTo", "2026-03-31"));

        assertRefused(
                insure(Body.coverage(payer).with("effectiveFrom", "2026-03-31")),
                409,
                "coverage-sequence-taken",
                "/sequence");
        assertThat(insure(Body.coverage(payer).with("effectiveFrom", "2026-04-01"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(insure(Body.coverage(payer).with("sequence", 2)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void twoDesksAtTheSameMomentDoNotBothRegisterThePrimary() {
        var one =
                CompletableFuture.supplyAsync(() -> insure(Body.coverage(payer)).statusCode(), SecondThread.OWN);
        var other =
                CompletableFuture.supplyAsync(() -> insure(Body.coverage(payer)).statusCode(), SecondThread.OWN);

        assertThat(new int[] {one.join(), other.join()}).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void thePayerIsOneOfTheOrganizations() {
        var foreign = Clinic.opens().contracts(Body.payer());

        assertRefused(insure(Body.coverage(foreign)), 400, "validation-failed", "/payerId");
        assertRefused(insure(Body.coverage(UUID.randomUUID())), 400, "validation-failed", "/payerId");
    }

    @Test
    void belongsToItsPatient() {
        var id = clinic.insures(patient, Body.coverage(payer));
        var another = clinic.registers(Body.patient());

        assertRefused(clinic.get("front-desk", "/patients/" + another + "/coverages/" + id), 404, "coverage-not-found");
        assertRefused(
                clinic.get("front-desk", "/patients/" + UUID.randomUUID() + "/coverages"), 404, "patient-not-found");
        assertRefused(
                clinic.post("front-desk", "/patients/" + UUID.randomUUID() + "/coverages", Body.coverage(payer)),
                404,
                "patient-not-found");
    }

    private io.restassured.response.Response insure(Body coverage) {
        return clinic.post("front-desk", "/patients/" + patient + "/coverages", coverage);
    }

    private String path(UUID coverage) {
        return "/patients/" + patient + "/coverages/" + coverage;
    }
}
