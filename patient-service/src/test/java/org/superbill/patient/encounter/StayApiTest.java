package org.superbill.patient.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.patient.Refusal.assertRefused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.patient.Body;
import org.superbill.patient.Clinic;
import org.superbill.patient.ServiceTest;
import org.superbill.servicekit.testing.PlainJson;

/** What a stay has that an office visit has not, what a clinician enters beside the services, and the documents of the record. */
@ServiceTest
class StayApiTest {
    private static final String NOTE = """
            {"kind": "discharge-summary", "text": "Community-acquired pneumonia, treated.\\nHome."}""";

    private Clinic clinic;
    private UUID stay;

    @BeforeEach
    void aPatientInABed() {
        clinic = Clinic.opens();
        stay = clinic.receives(Body.encounter(
                        clinic.registers(Body.patient()),
                        clinic.hires(Body.practitioner()),
                        clinic.rents(Body.location()))
                .with("setting", "inpatient")
                .with("admissionDate", "2026-02-27"));
    }

    @Test
    void endsWithADischargeAndTheDiagnosesThatTheClinicianSaw() {
        var completed = PlainJson.of(clinic.step(
                "clinician",
                stay,
                "complete",
                completion().with("diagnoses/0/presentOnAdmission", "Y").with("services/0/billedBy", "facility")));

        assertThat(completed.getString("setting")).isEqualTo("inpatient");
        assertThat(completed.getString("admissionDate")).isEqualTo("2026-02-27");
        assertThat(completed.getString("dischargeDate")).isEqualTo("2026-03-02");
        assertThat(completed.getString("diagnoses[0].code")).isEqualTo("J189");
        assertThat(completed.getString("diagnoses[0].presentOnAdmission")).isEqualTo("Y");
        assertThat(completed.getString("services[0].billedBy")).isEqualTo("facility");
        assertThat(completed.getList("services[0].diagnosisPointers")).containsExactly(1);
    }

    @Test
    void otherDiagnosesAreTheNextVersionAndTheSameAreNoChange() {
        clinic.step("clinician", stay, "complete", completion());
        assertThat(version(completion())).isEqualTo(1);
        assertThat(version(completion().with("diagnoses/0/code", "J18.0"))).isEqualTo(2);
        assertThat(version(completion().with("diagnoses/0/code", "J18.0").with("dischargeDate", "2026-03-03")))
                .isEqualTo(3);
    }

    /** 837I, SV202 is situational: IV solutions, supplies and rooms are billed by their revenue codes. */
    @Test
    void onlyAFacilitysServiceWithARevenueCodeNeedsNoProcedure() {
        var completed = clinic.step("clinician", stay, "complete", Body.of("""
                        {"services": [
                          {"billedBy": "facility", "units": 2, "chargeCents": 12500, "details": {"revenueCode": "0258"}}],
                         "diagnoses": [{"code": "J18.9"}], "dischargeDate": "2026-03-02"}""")).jsonPath();
        assertThat(completed.getString("services[0].procedureCode")).isEmpty();
        assertThat(completed.getString("services[0].details.revenueCode")).isEqualTo("0258");
        assertRefused(
                clinic.step("clinician", stay, "complete", Body.of("""
                        {"services": [
                          {"billedBy": "facility", "units": 1, "chargeCents": 100},
                          {"units": 1, "chargeCents": 100, "details": {"revenueCode": "0258"}},
                          {"billedBy": "facility", "modifiers": ["59"], "units": 1, "chargeCents": 100, "details": {"revenueCode": "0258"}}],
                         "diagnoses": [{"code": "J18.9"}], "dischargeDate": "2026-03-02"}""")),
                400,
                "validation-failed",
                "/services/0/procedureCode",
                "/services/1/procedureCode",
                "/services/2/procedureCode");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertRefused(
                clinic.step(
                        "clinician",
                        stay,
                        "complete",
                        completion()
                                .with("services/0/diagnosisPointers", List.of(2))
                                .with("services/0/practitionerId", UUID.randomUUID())
                                .with("dischargeDate", "2026-02-26")),
                400,
                "validation-failed",
                "/services/0/diagnosisPointers",
                "/services/0/practitionerId",
                "/dischargeDate");
        assertRefused(
                clinic.step("clinician", stay, "complete", completion().with("diagnoses/0/code", "pneumonia")),
                400,
                "validation-failed",
                "/diagnoses/0/code");
    }

    @Test
    void keepsItsDocumentsAsTheyWereWritten() {
        var path = "/encounters/%s/documents".formatted(stay);
        var kept = clinic.post("clinician", path, Body.of(NOTE));
        assertThat(kept.statusCode()).as(kept.asString()).isEqualTo(201);
        var id = PlainJson.of(kept).getString("id");

        assertThat(PlainJson.of(clinic.get("coder", path)).getList("items.id")).containsExactly(id);
        assertThat(PlainJson.of(clinic.get("coder", path)).getString("items[0].text"))
                .isNull();
        var read = PlainJson.of(clinic.get("coder", path + "/" + id));
        assertThat(read.getString("text")).isEqualTo("Community-acquired pneumonia, treated.\nHome.");
        assertThat(read.getString("sha256")).hasSize(64);
        assertRefused(clinic.get("coder", path + "/" + UUID.randomUUID()), 404, "encounter-document-not-found");
        assertRefused(clinic.post("coder", path, Body.of(NOTE)), 403, "forbidden");
        assertRefused(Clinic.opens().get("coder", path + "/" + id), 404, "encounter-document-not-found");
    }

    private int version(Body body) {
        return PlainJson.of(clinic.step("clinician", stay, "complete", body)).getInt("version");
    }

    private static Body completion() {
        return Body.of("""
                {"services": [{"procedureCode": "99223", "units": 1, "chargeCents": 40000, "diagnosisPointers": [1]}],
                 "diagnoses": [{"code": "J18.9"}], "dischargeDate": "2026-03-02"}""");
    }
}
