package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;

/** What comes between the registration, the completion and the next one: an insurance card, a note of the day after. */
@ServiceTest
class CompletedAgainTest {
    private Clinic clinic;
    private UUID patient;
    private UUID practitioner;
    private UUID location;
    private UUID payer;

    @BeforeEach
    void aClinicWithAPatient() {
        clinic = Clinic.opens();
        patient = clinic.registers(Body.patient());
        practitioner = clinic.hires(Body.practitioner());
        location = clinic.rents(Body.location());
        payer = clinic.contracts(Body.payer());
    }

    @Test
    void aVisitThatWasRegisteredBeforeItsCoverageIsBilledToIt() {
        var visit = clinic.receives(visit().with("status", "planned"));
        var later = clinic.insures(patient, Body.coverage(payer).with("effectiveFrom", "2026-03-03"));
        var card = clinic.insures(patient, Body.coverage(payer).with("effectiveTo", "2026-03-02"));
        clinic.step("clinician", visit, "start");

        assertThat(coverages(completed(visit, Body.fluShot())))
                .containsExactly(card)
                .doesNotContain(later);
    }

    @Test
    void aCoverageThatCameAfterTheCompletionMakesAFurtherVersion() {
        var visit = clinic.receives(visit());
        assertThat(coverages(completed(visit, Body.fluShot()))).isEmpty();
        var card = clinic.insures(patient, Body.coverage(payer));

        var again = completed(visit, Body.fluShot());
        assertThat(coverages(again)).containsExactly(card);
        assertThat(again.getInt("version")).isEqualTo(2);
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(2);
        assertThat(steps(visit)).containsExactly("registered", "completed", "completion-amended");
    }

    @Test
    void coveragesThatSomebodyNamedStay() {
        var alone = clinic.receives(visit().with("coverageIds", List.of()));
        clinic.insures(patient, Body.coverage(payer));

        assertThat(coverages(completed(alone, Body.fluShot()))).isEmpty();
    }

    @Test
    void aCompletionMayNameTheCoverages() {
        var visit = clinic.receives(visit());
        var first = clinic.insures(patient, Body.coverage(payer));
        var second = clinic.insures(patient, Body.coverage(payer).with("sequence", 2));

        var chosen = completed(visit, Body.fluShot().with("coverageIds", List.of(second)));
        assertThat(coverages(chosen)).containsExactly(second);
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(1);
        var both = completed(visit, Body.fluShot().with("coverageIds", List.of(first, second)));
        assertThat(coverages(both)).containsExactly(first, second);
        assertThat(both.getInt("version")).isEqualTo(2);
        assertThat(coverages(completed(visit, Body.fluShot().with("coverageIds", List.of()))))
                .isEmpty();
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(3);
    }

    @Test
    void aCompletionNamesOnlyCoveragesOfThePatientOnTheDay() {
        var visit = clinic.receives(visit());
        var over = clinic.insures(patient, Body.coverage(payer).with("effectiveTo", "2026-03-01"));
        var other = clinic.insures(clinic.registers(Body.patient()), Body.coverage(payer));

        assertRefused(
                clinic.step("clinician", visit, "complete", Body.fluShot().with("coverageIds", List.of(over, other))),
                400,
                "validation-failed",
                "/coverageIds/0",
                "/coverageIds/1");
        assertThat(PlainJson.of(clinic.get("clinician", "/encounters/" + visit)).getString("status"))
                .isEqualTo("in-progress");
    }

    @Test
    void aDocumentThatComesAfterTheCompletionIsToldByCompletingAgain() {
        var visit = clinic.receives(visit());
        var before = adds(visit, "ASSESSMENT: sore throat.");
        assertThat(before.getBoolean("toldToCoding")).isFalse();
        completed(visit, Body.fluShot());
        assertThat(told(visit)).containsExactly(true);
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(1);

        var after = adds(visit, "PATHOLOGY: benign.");
        assertThat(after.getBoolean("toldToCoding")).isFalse();
        assertThat(told(visit)).containsExactly(true, false);
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(2);
        assertThat(told(visit)).containsExactly(true, true);
        assertThat(completed(visit, Body.fluShot()).getInt("version")).isEqualTo(2);
    }

    private JsonPath adds(UUID visit, String text) {
        var answer = clinic.post(
                "clinician",
                "/encounters/" + visit + "/documents",
                Body.of("{\"kind\": \"progress-note\"}").with("text", text));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return PlainJson.of(answer);
    }

    private List<Boolean> told(UUID visit) {
        return PlainJson.of(clinic.get("coder", "/encounters/" + visit + "/documents"))
                .getList("items.toldToCoding", Boolean.class);
    }

    private JsonPath completed(UUID visit, Body body) {
        var answer = clinic.step("clinician", visit, "complete", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return PlainJson.of(answer);
    }

    private static List<UUID> coverages(JsonPath encounter) {
        return encounter.getList("coverageIds", UUID.class);
    }

    private List<String> steps(UUID visit) {
        return PlainJson.of(clinic.get("coder", "/encounters/" + visit + "/journey"))
                .getList("steps.step");
    }

    private Body visit() {
        return Body.encounter(patient, practitioner, location);
    }
}
