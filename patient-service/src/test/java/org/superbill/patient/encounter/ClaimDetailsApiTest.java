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

/** What a claim says besides codes is entered with the encounter or its completion, and refused where somebody can mend it. */
@ServiceTest
class ClaimDetailsApiTest {
    private Clinic clinic;
    private UUID visit;

    @BeforeEach
    void aPatientAfterAnAccident() {
        clinic = Clinic.opens();
        visit = clinic.receives(Body.encounter(
                        clinic.registers(Body.patient()),
                        clinic.hires(Body.practitioner()),
                        clinic.rents(Body.location()))
                .with("claimDetails", Body.of("""
                        {"accident": {"causes": ["auto"], "state": "fl", "date": "2026-02-20", "claimNumber": " 2026-A-77 "}}""")));
    }

    @Test
    void staysUntilTheCompletionSaysItAnew() {
        var completed = complete(completion());
        assertThat(completed.getString("claimDetails.accident.state")).isEqualTo("FL");
        assertThat(completed.getString("claimDetails.accident.claimNumber")).isEqualTo("2026-A-77");
        var anew = complete(completion().with("claimDetails", Body.of("""
                {"referringProvider": {"npi": "1234567893", "lastName": "ROSS"}}""")));
        assertThat(anew.getInt("version")).isEqualTo(2);
        assertThat(anew.getString("claimDetails.accident")).isNull();
        assertThat(anew.getString("claimDetails.referringProvider.lastName")).isEqualTo("ROSS");
    }

    @Test
    void aLabelsDrugCodeBecomesElevenDigits() {
        assertThat(complete(completion().with("services/0/details", Body.of("""
                        {"drug": {"ndc": "0409-1159-01", "quantity": 2.5, "unit": "ML"}}""")))
                        .getString("services[0].details.drug.ndc"))
                .isEqualTo("00409115901");
    }

    @Test
    void whatIsWrongIsNamedByItsPointer() {
        assertRefused(
                clinic.step("clinician", visit, "complete", completion().with("services/0/details", Body.of("""
                                {"minutes": 0, "revenueCode": "45", "orderingProvider": {"npi": "1234567890", "lastName": "X"}}"""))),
                400,
                "validation-failed",
                "/services/0/details/minutes",
                "/services/0/details/revenueCode",
                "/services/0/details/orderingProvider/npi");
        assertRefused(
                clinic.step(
                        "clinician",
                        visit,
                        "complete",
                        completion()
                                .with("services/0/details", Body.of("{\"through\": \"2026-01-01\"}"))
                                .with("claimDetails", Body.of("""
                                {"accident": {"causes": ["auto"]},
                                 "dates": [{"kind": "onset", "date": "2026-02-01"}, {"kind": "onset", "date": "2026-02-02"}]}"""))),
                400,
                "validation-failed",
                "/services/0/details/through",
                "/claimDetails/accident/state",
                "/claimDetails/dates/1/kind");
    }

    @Test
    void aDocumentThatIsSentApartNeedsANumber() {
        assertThat(complete(completion().with("claimDetails", Body.of("""
                        {"attachments": [{"reportType": "OZ", "transmission": "FX", "controlNumber": " DOC-1 "},
                                         {"reportType": "RR", "transmission": "AA"}]}""")))
                        .getString("claimDetails.attachments[0].controlNumber"))
                .isEqualTo("DOC-1");
        assertRefused(
                clinic.step("clinician", visit, "complete", completion().with("claimDetails", Body.of("""
                                {"attachments": [{"reportType": "OZ", "transmission": "EL"}, {"reportType": "OZ", "transmission": "XX"}]}"""))),
                400,
                "validation-failed",
                "/claimDetails/attachments/1/transmission");
        assertRefused(
                clinic.step("clinician", visit, "complete", completion().with("claimDetails", Body.of("""
                                {"attachments": [{"reportType": "OZ", "transmission": "EL"}]}"""))),
                400,
                "validation-failed",
                "/claimDetails/attachments/0/controlNumber");
    }

    @Test
    void aScreeningWithoutReferralHasNone() {
        assertThat(complete(completion().with("claimDetails", Body.of("{\"epsdtReferral\": [\"AV\", \"ST\"]}")))
                        .getList("claimDetails.epsdtReferral"))
                .containsExactly("AV", "ST");
        for (var wrong : List.of("[\"NU\", \"ST\"]", "[]")) {
            assertRefused(
                    clinic.step(
                            "clinician",
                            visit,
                            "complete",
                            completion().with("claimDetails", Body.of("{\"epsdtReferral\": %s}".formatted(wrong)))),
                    400,
                    "validation-failed",
                    "/claimDetails/epsdtReferral");
        }
    }

    @Test
    void whereAnotherLaboratoryMadeATestIsSaidWhole() {
        var bought = """
                {"purchasedService": {"npi": "1234567893", "chargeCents": 1500, "place": {"name": "QUICK LAB"%s}}}""";
        assertRefused(
                clinic.step(
                        "clinician",
                        visit,
                        "complete",
                        completion().with("services/0/details", Body.of(bought.formatted("")))),
                400,
                "validation-failed",
                "/services/0/details/purchasedService/place/address");
        var address =
                ", \"address\": {\"line1\": \"1 MAIN ST\", \"city\": \"MIAMI\", \"state\": \"FL\", \"postalCode\": \"331110000\"}";
        assertThat(complete(completion().with("services/0/details", Body.of(bought.formatted(address))))
                        .getString("services[0].details.purchasedService.place.name"))
                .isEqualTo("QUICK LAB");
    }

    @Test
    void anUnknownFieldIsNamed() {
        assertRefused(
                clinic.step(
                        "clinician",
                        visit,
                        "complete",
                        completion().with("claimDetails", Body.of("{\"acident\": {}}"))),
                400,
                "validation-failed",
                "/claimDetails/acident");
    }

    private io.restassured.path.json.JsonPath complete(Body body) {
        var answer = clinic.step("clinician", visit, "complete", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return PlainJson.of(answer);
    }

    private static Body completion() {
        return Body.of("""
                {"services": [{"procedureCode": "99213", "units": 1, "chargeCents": 10000}]}""");
    }
}
