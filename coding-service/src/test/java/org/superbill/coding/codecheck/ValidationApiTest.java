package org.superbill.coding.codecheck;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class ValidationApiTest {
    private static final String PATH = "/api/v1/code-validations";
    private static final Api CODER = Api.as(UUID.randomUUID(), "coder");

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void aGoodSetHasNoFindings() {
        validate("""
                {"serviceDate":"2026-03-02","patient":{"sex":"female","birthDate":"1961-07-04"},
                 "diagnoses":[{"code":"E11.22"},{"code":"n18.31"}],
                 "lines":[{"procedureCode":"G0439","units":1,"diagnosisPointers":[1]}]}""").statusCode(200).body("valid", equalTo(true)).body("findings", empty());
    }

    @Test
    void aFindingSaysRuleSourceCodesAndFix() {
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"E11.9"},{"code":"E10.9"}]}""")
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.rule", contains("excludes1"))
                .body("findings[0].severity", equalTo("error"))
                .body("findings[0].pointers", contains("/diagnoses/1", "/diagnoses/0"))
                .body("findings[0].codes", contains("E11.9", "E10.9"))
                .body("findings[0].source", containsString("Tabular List 2021"))
                .body("findings[0].fix", containsString("unrelated"));
    }

    @Test
    void unrelatedConditionsPass() {
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"E11.9"},{"code":"E10.9"}],
                 "unrelatedConditions":[{"one":"E10.9","other":"E11.9","reason":"unrelated conditions"}]}""").statusCode(200).body("findings", empty());
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"E11.9"},{"code":"E10.9"}],
                 "unrelatedConditions":[{"code":"E10.9","otherCode":"E11.9"}]}""") // as it was called here before
                .statusCode(200)
                .body("findings", empty());
    }

    @Test
    void aCodeThatIsGoneComesWithWhatTookItsPlace() {
        validate("""
                {"serviceDate":"2025-09-30","diagnoses":[{"code":"T78.1XXA"}]}""").statusCode(200).body("findings", empty());
        validate("""
                {"serviceDate":"2025-10-01","diagnoses":[{"code":"T78.1XXA"}]}""")
                .statusCode(200)
                .body("findings.rule", contains("diagnosis-not-valid-on-date"))
                .body("findings[0].fix", containsString("Candidates for that day: T78.1"));
    }

    @Test
    void theModifiersOfHcpcsShipAndTellOneThatThereIsNot() {
        var line = """
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"M17.11"}],
                 "lines":[{"procedureCode":"J1100","modifiers":["%s"],"units":1,"diagnosisPointers":[1]}]}""";
        validate(line.formatted("RT")).statusCode(200).body("findings", empty());
        validate(line.formatted("59")).statusCode(200).body("findings", empty());
        validate(line.formatted("ZQ"))
                .statusCode(200)
                .body("findings.rule", contains("modifier-unknown"))
                .body("findings[0].pointers", contains("/lines/0/modifiers/0"));
        CODER.get("/api/v1/codes/hcpcs-modifier/JW?on=2026-03-02")
                .statusCode(200)
                .body("display", containsString("discarded"))
                .body("validOnDate", equalTo(true));
        CODER.get("/api/v1/codes/search?q=right side&system=hcpcs-modifier&on=2026-03-02")
                .statusCode(200)
                .body("items.code", hasItem("RT"));
    }

    @Test
    void aStayIsJudgedAsAStay() {
        validate("""
                {"setting":"inpatient","serviceDate":"2026-02-27","dischargeDate":"2026-03-02","patient":{"sex":"male","ageYears":70},
                 "diagnoses":[{"code":"J18.9","presentOnAdmission":"Y"},{"code":"Z99.81","presentOnAdmission":"Y"},{"code":"N40.0"}],
                 "procedures":[{"code":"0DTI4ZZ","date":"2026-02-28"}]}""").statusCode(200).body("findings.rule", contains("poa-exempt", "poa-missing", "pcs-form"));
    }

    /** G35 is a header from 1 October 2025 on. */
    @Test
    void aProfessionalsClaimOfAStayGoesByTheDateOfService() {
        var body = """
                {"setting":"inpatient","form":"%s","serviceDate":"2025-09-28","dischargeDate":"2025-10-02",
                 "diagnoses":[{"code":"G35"%s}],"lines":[{"procedureCode":"%s","units":1,"serviceDate":"%s","diagnosisPointers":[1]}]}""";
        validate(body.formatted("institutional", ",\"presentOnAdmission\":\"Y\"", "G0378", "2025-09-28"))
                .statusCode(200)
                .body("findings.rule", hasItem("diagnosis-is-header"));
        validate(body.formatted("professional", "", "G0406", "2025-09-30"))
                .statusCode(200)
                .body("findings.rule", not(hasItem("diagnosis-is-header")));
        validate(body.formatted("professional", "", "G0406", "2025-10-01"))
                .statusCode(200)
                .body("findings.rule", hasItem("diagnosis-is-header"));
    }

    @Test
    void onlyAFacilitysLineMayHaveNoProcedure() {
        var body = """
                {"form":"institutional","serviceDate":"2026-03-02","diagnoses":[{"code":"J18.9"}],"lines":[{"units":1,"diagnosisPointers":[1]}]}""";
        validate(body).statusCode(200).body("findings", empty());
        validate(body.replace("institutional", "professional"))
                .statusCode(200)
                .body("findings.rule", contains("procedure-unknown"));
    }

    @Test
    void aClusterOfIcd11IsTakenApart() {
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[{"system":"icd-11-mms","code":"2C25.2/XS9R"}]}""").statusCode(200).body("findings.rule", hasItem("icd-11-cluster"));
    }

    @Test
    void theSameSetTwiceIsTheSameAnswerWithoutAnyKey() {
        var body = """
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"W01.0XXA"}]}""";
        var first = validate(body).statusCode(200).extract().asString();
        validate(body).statusCode(200).body(equalTo(first));
    }

    @Test
    void whatCannotBeACodeIsRefusedByItsPlace() {
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"E11;9"}]}""").statusCode(400).body("errors[0].pointer", equalTo("/diagnoses/0/code"));
        validate("""
                {"diagnoses":[]}""").statusCode(400).body("errors[0].pointer", equalTo("/serviceDate"));
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() {
        validate("""
                {"serviceDate":"2026-03-02","diagnoses":[],"patientName":"X"}""").statusCode(400).body("errors[0].pointer", equalTo("/patientName"));
    }

    @Test
    void whoMayReadCodesMayValidate() {
        var body = """
                {"serviceDate":"2026-03-02","diagnoses":[{"code":"I10"}]}""";
        given().contentType("application/json").body(body).post(PATH).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.system(UUID.randomUUID(), "coding-case:read"))
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(403);
        Api.as(UUID.randomUUID(), "clinician").post(PATH, body).statusCode(200);
    }

    private static ValidatableResponse validate(String body) {
        return CODER.request()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }
}
