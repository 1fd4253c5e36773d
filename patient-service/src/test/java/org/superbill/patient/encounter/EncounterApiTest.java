package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;

@ServiceTest
class EncounterApiTest {
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

    @Test
    void takesTheCoveragesInEffectPrimaryFirst() {
        var payer = clinic.contracts(Body.payer());
        var secondary = clinic.insures(patient, Body.coverage(payer).with("sequence", 2));
        var primary = clinic.insures(patient, Body.coverage(payer).with("effectiveTo", "2026-03-02"));
        clinic.insures(patient, Body.coverage(payer).with("effectiveFrom", "2026-03-03"));

        var read = PlainJson.of(clinic.get("coder", "/encounters/" + clinic.receives(visit())));

        assertThat(read.getString("status")).isEqualTo("in-progress");
        assertThat(read.getList("coverageIds", UUID.class)).containsExactly(primary, secondary);
    }

    @Test
    void takesTheCoveragesThatAreNamed() {
        var payer = clinic.contracts(Body.payer());
        clinic.insures(patient, Body.coverage(payer));
        var secondary = clinic.insures(patient, Body.coverage(payer).with("sequence", 2));
        var over =
                clinic.insures(patient, Body.coverage(payer).with("sequence", 3).with("effectiveTo", "2026-03-01"));
        var other = clinic.insures(clinic.registers(Body.patient()), Body.coverage(payer));

        var chosen = clinic.receives(visit().with("coverageIds", List.of(secondary)));
        assertThat(PlainJson.of(clinic.get("coder", "/encounters/" + chosen)).getList("coverageIds", UUID.class))
                .containsExactly(secondary);
        var alone = clinic.receives(visit().with("coverageIds", List.of()));
        assertThat(PlainJson.of(clinic.get("coder", "/encounters/" + alone)).getList("coverageIds"))
                .isEmpty();
        assertRefused(
                clinic.post(
                        "front-desk",
                        "/encounters",
                        visit().with("coverageIds", List.of(over, other, secondary, secondary))),
                400,
                "validation-failed",
                "/coverageIds/0",
                "/coverageIds/1",
                "/coverageIds/3");
    }

    @Test
    void isCompletedWithItsServices() {
        var id = clinic.receives(visit());

        var answer = clinic.step("clinician", id, "complete", Body.fluShot());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var completed = PlainJson.of(answer);
        assertThat(completed.getString("status")).isEqualTo("completed");
        assertThat(completed.getInt("version")).isEqualTo(1);
        assertThat(completed.getList("services.lineNumber")).containsExactly(1, 2);
        assertThat(completed.getList("services.procedureCode")).containsExactly("90658", "90471");
        assertThat(completed.getList("services.serviceDate")).containsExactly("2026-03-02", "2026-03-02");
        assertThat(steps(id)).containsExactly("registered", "completed");
    }

    @Test
    void takesLateChargesAsTheNextVersionAndTheSameServicesAsNoChange() {
        var id = clinic.receives(visit());
        clinic.step("clinician", id, "complete", Body.fluShot());

        var same = clinic.step("clinician", id, "complete", Body.fluShot().with("services/0/units", 1.0));
        assertThat(PlainJson.of(same).getInt("version")).isEqualTo(1);
        var late = clinic.step("clinician", id, "complete", Body.fluShot().with("services/0/units", 2));
        assertThat(PlainJson.of(late).getInt("version")).isEqualTo(2);

        assertThat(steps(id)).containsExactly("registered", "completed", "late-charges");
    }

    @Test
    void refusesServicesThatNoClaimCanCarry() {
        var id = clinic.receives(visit());

        assertRefused(
                clinic.step(
                        "clinician",
                        id,
                        "complete",
                        Body.fluShot()
                                .with("services/0/procedureCode", "FLU")
                                .with("services/0/units", 0)
                                .with("services/0/modifiers", List.of("A", "25"))
                                .with("services/1/chargeCents", -1)
                                .with("services/1/modifiers", List.of("25", "59", "LT", "RT", "XS"))),
                400,
                "validation-failed",
                "/services/0/procedureCode",
                "/services/0/units",
                "/services/0/modifiers/0",
                "/services/1/chargeCents",
                "/services/1/modifiers");
        assertRefused(
                clinic.step("clinician", id, "complete", Body.of("{\"services\": []}")),
                400,
                "validation-failed",
                "/services");
        assertRefused(
                clinic.step(
                        "clinician",
                        id,
                        "complete",
                        Body.fluShot().without("services/0/chargeCents").without("services/1/units")),
                400,
                "validation-failed",
                "/services/0/chargeCents",
                "/services/1/units");
        assertThat(PlainJson.of(clinic.get("clinician", "/encounters/" + id)).getString("status"))
                .isEqualTo("in-progress");
    }

    @Test
    void isPlannedAndStarted() {
        var id = clinic.receives(visit().with("status", "planned"));
        assertRefused(clinic.step("clinician", id, "complete", Body.fluShot()), 409, "encounter-step-not-allowed");

        var started = clinic.step("clinician", id, "start");

        assertThat(PlainJson.of(started).getString("status")).isEqualTo("in-progress");
        assertThat(clinic.step("clinician", id, "start").statusCode()).isEqualTo(200);
        assertThat(steps(id)).containsExactly("registered", "started");
    }

    @Test
    void isVoidedForAReasonAndThenMovedByNothing() {
        var id = clinic.receives(visit());
        var reason = Body.of("{\"reason\": \"Registered twice\"}");
        assertRefused(
                clinic.step("front-desk", id, "void", Body.of("{\"reason\": \" \"}")),
                400,
                "validation-failed",
                "/reason");

        var voided = clinic.step("front-desk", id, "void", reason);

        assertThat(PlainJson.of(voided).getString("status")).isEqualTo("void");
        assertThat(PlainJson.of(voided).getString("voidReason")).isEqualTo("Registered twice");
        assertRefused(clinic.step("front-desk", id, "void", reason), 409, "encounter-step-not-allowed");
        assertRefused(clinic.step("clinician", id, "complete", Body.fluShot()), 409, "encounter-step-not-allowed");
        assertRefused(clinic.step("clinician", id, "start"), 409, "encounter-step-not-allowed");
    }

    @Test
    void everyStepNamesTheRevisionThatWasRead() {
        var id = clinic.receives(visit());
        var steps = Map.of(
                "start", "{}", "complete", Body.fluShot().toString(), "void", "{\"reason\": \"Registered twice\"}");

        steps.forEach((step, body) -> {
            assertRefused(step(id, step, null, body), 428, "if-match-missing");
            assertRefused(step(id, step, "\"7\"", body), 412, "stale");
        });
        var untouched = clinic.get("coder", "/encounters/" + id);
        assertThat(untouched.header("ETag")).isEqualTo("\"0\"");
        assertThat(steps(id)).containsExactly("registered");

        assertThat(step(id, "complete", "\"0\"", steps.get("complete")).statusCode())
                .isEqualTo(200);
    }

    private Response step(UUID encounter, String step, String etag, String body) {
        var request = Clinic.writing(clinic.token("clinician"));
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body)
                .post("/api/v1/encounters/" + encounter + "/" + step);
    }

    @Test
    void isListedByPatientAndStatus() {
        var open = clinic.receives(visit());
        var done = clinic.receives(visit());
        var others = clinic.receives(clinic.visit());
        clinic.step("clinician", done, "complete", Body.fluShot());

        assertThat(ids("patientId", patient)).containsExactly(open, done);
        assertThat(ids("status", "in-progress")).containsExactly(open, others);
        assertThat(ids("status", "completed", "patientId", patient)).containsExactly(done);
        assertThat(ids("status", "closed")).isEmpty();
        assertRefused(clinic.get("coder", "/encounters", "status", "open"), 400, "validation-failed", "?status");
    }

    @Test
    void namesOnlyWhatItsOrganizationHas() {
        var elsewhere = Clinic.opens();
        assertRefused(
                clinic.post(
                        "front-desk",
                        "/encounters",
                        Body.encounter(
                                elsewhere.registers(Body.patient()),
                                elsewhere.hires(Body.practitioner()),
                                elsewhere.rents(Body.location()))),
                400,
                "validation-failed",
                "/patientId",
                "/practitionerId",
                "/locationId");
        assertRefused(
                clinic.post("front-desk", "/encounters", visit().with("serviceDate", "1973-04-30")),
                400,
                "validation-failed",
                "/serviceDate");
        assertRefused(
                clinic.post("front-desk", "/encounters", visit().with("status", "closed")),
                400,
                "validation-failed",
                "/status");
        assertThat(PlainJson.of(clinic.get("coder", "/encounters")).getList("items"))
                .isEmpty();
    }

    private Body visit() {
        return Body.encounter(patient, practitioner, location);
    }

    private List<UUID> ids(Object... query) {
        return PlainJson.of(clinic.get("coder", "/encounters", query)).getList("items.id", UUID.class);
    }

    private List<String> steps(UUID encounter) {
        return PlainJson.of(clinic.get("coder", "/encounters/" + encounter + "/journey"))
                .getList("steps.step");
    }
}
