package org.superbill.billing.claimcheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** A scrub that keeps nothing: of a stored claim, of one in JSON, of each in an X12 file, today and as of the past. */
@QuarkusTest
@BillingStack
class ClaimCheckApiTest {
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private Response check(String body) {
        return practice.request("biller")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/claim-checks");
    }

    private Response file(String x12, String query) {
        return practice.request("biller")
                .contentType("application/edi-x12")
                .body(x12.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/claim-checks" + query);
    }

    private static String known(Facts facts, String procedure) {
        return """
                {"claim":{"encounter":{"practitionerId":"%s","locationId":"%s","patientId":"%s","coverageIds":["%s"],"serviceDate":"2026-03-02","diagnoses":["J029"],
                "lines":[{"lineNumber":1,"procedureCode":"%s","modifiers":[],"units":1,"chargeCents":15000,"serviceDate":"2026-03-02","diagnosisPointers":[1]}]}}}""".formatted(
                        facts.encounter.practitionerId(),
                        facts.encounter.locationId(),
                        facts.patient.patientId(),
                        facts.coverage.coverageId(),
                        procedure);
    }

    @Test
    void aStoredClaimIsCheckedAndStaysAsItIs() {
        var claim = practice.receivesClaim(practice.facts());
        var before = practice.etag(claim);
        assertThat(check("{\"claimId\":\"%s\"}".formatted(claim)).jsonPath().getString("claims[0].claimNumber"))
                .isEqualTo(practice.claim(claim).getString("claimNumber"));
        check("{\"claimId\":\"%s\"}".formatted(claim))
                .then()
                .statusCode(200)
                .body("claims[0].passes", equalTo(true))
                .body("claims[0].form", equalTo("professional"));
        assertThat(practice.etag(claim)).isEqualTo(before);
    }

    @Test
    void theRulesOfAPastDayAreReplayed() {
        var claim = practice.receivesClaim(practice.facts());
        check("{\"claimId\":\"%s\",\"asOf\":\"2026-03-01\"}".formatted(claim))
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-03-01"))
                .body("claims[0].findings.rule", hasItem("service-date-in-future"));
        check("{\"claimId\":\"%s\",\"asOf\":\"2011-12-31\"}".formatted(claim))
                .then()
                .statusCode(200)
                .body("claims[0].findings.rule", not(hasItem("service-date-in-future"))); // before the first rule
    }

    @Test
    void aClaimInJsonTakesWhatIsKnownByItsIds() {
        var facts = practice.facts();
        var stored = practice.receivesClaim(facts);
        assertThat(stored).isNotNull();
        check(known(facts, "99213")).then().statusCode(200).body("claims[0].passes", equalTo(true));
        check(known(facts, "99283"))
                .then()
                .statusCode(200)
                .body("claims[0].passes", equalTo(false))
                .body("claims[0].findings[0].rule", equalTo("place-of-procedure"))
                .body("claims[0].findings[0].line", equalTo(1))
                .body("claims[0].findings[0].effectiveFrom", equalTo("2012-01-01"))
                .body("claims[0].findings[0].pointer", equalTo("/encounter/lines/0/procedureCode"));
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() {
        check("{\"claim\":{\"encounter\":{\"lines\":[]}}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/claim/organization"));
        check("{}").then().statusCode(400);
        check("{\"claimId\":\"%s\",\"version\":2}".formatted(practice.receivesClaim(practice.facts())))
                .then()
                .statusCode(404);
        check("{\"claim\":{},\"what\":1}").then().statusCode(400);
        check("{\"claimId\":\"%s\"}".formatted(UUID.randomUUID())).then().statusCode(404);
        practice.request("front-desk")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/claim-checks")
                .then()
                .statusCode(403);
    }

    /** Each is answered by name: none of them costs more than a look, and none is an error of ours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"units\":1,|\"units\":1e999999999,|400|/claim/encounter/lines/0/units",
                "\"units\":1,|\"units\":1e-999999999,|200|",
                "\"chargeCents\":15000|\"chargeCents\":9223372036854775807|400|/claim/encounter/lines/0/chargeCents",
                "\"chargeCents\":15000|\"chargeCents\":-9223372036854775808|400|/claim/encounter/lines/0/chargeCents",
                "\"serviceDate\":\"2026-03-02\",\"diagnosisP|\"serviceDate\":\"+999999999-12-31\",\"diagnosisP|400|/claim/encounter/lines/0/serviceDate",
                "\"serviceDate\":\"2026-03-02\",\"diagnosisP|\"serviceDate\":\"-999999999-01-01\",\"diagnosisP|400|/claim/encounter/lines/0/serviceDate",
                "\"lineNumber\":1|\"lineNumber\":1,\"code\":\"x\"|400|/claim/encounter/lines/0/code",
                "\"modifiers\":[]|\"modifiers\":[null]|400|/claim/encounter/lines/0",
                "\"lines\":[|\"lines\":[null,|400|/claim/encounter",
                "\"procedureCode\":\"99213\",||422|/claim/encounter/lines/0/procedureCode",
                "}]}}}|}]}},\"asOf\":\"-999999999-01-01\"}|400|/asOf",
                "}]}}}|}]}},\"asOf\":\"+999999999-12-31\"}|400|/asOf",
                "}]}}}|}]}},\"asOf\":\"yesterday\"}|400|/asOf",
                "{\"claim\":{|{\"claimId\":\"0199d0a0-0000-7000-8000-000000000031\",\"claim\":{|400|/claimId",
                "{\"claim\":{|{\"claim\":{\"organization\":7,|400|/claim/organization",
                "[\"J029\"]|[\"\"]|200|",
                "[\"J029\"]|[\"~*:^\",\"j02.9\"]|200|",
                "\"diagnosisPointers\":[1]|\"diagnosisPointers\":[2147483647,-5,0]|200|",
                "\"lineNumber\":1|\"lineNumber\":-2147483648|200|",
                "\"99213\"|\"\"|200|"
            })
    void whatIsMeantToHurtIsAnsweredByName(String was, @Nullable String is, int status, @Nullable String pointer) {
        var facts = practice.facts();
        practice.receivesClaim(facts);
        var body = known(facts, "99213").replace("\n", "");
        assertThat(body).contains(was);
        var answer = check(body.replace(was, is == null ? "" : is));
        answer.then().statusCode(status);
        if (pointer != null) {
            assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    @Test
    void aPatternOfAPayerThatLooksForEverEnds() {
        var facts = practice.facts();
        practice.receivesClaim(facts);
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        ObjectNode payer = json.valueToTree(facts.payer);
        var terms = payer.withObject("profile").putObject("terms");
        terms.put("memberIdPattern", "(([A-Z0-9]+)+)+-");
        var body = known(facts, "99213").replace("{\"claim\":{", "{\"claim\":{\"payer\":" + payer + ",");
        check(body).then().statusCode(200).body("claims[0].findings.rule", hasItem("member-id-of-payer"));
        check(body.replace("(([A-Z0-9]+)+)+-", "("))
                .then()
                .statusCode(200)
                .body("claims[0].findings.rule", hasItem("member-id-of-payer"));
    }

    @Test
    void anotherOrganizationsClaimAndPatientAreNotThere() {
        var facts = practice.facts();
        var claim = practice.receivesClaim(facts);
        var stranger = given().auth()
                .oauth2(TestTokens.of(UUID.randomUUID(), "biller"))
                .contentType("application/json");
        stranger.body("{\"claimId\":\"%s\"}".formatted(claim))
                .post("/api/v1/claim-checks")
                .then()
                .statusCode(404);
        stranger.body(known(facts, "99213")).post("/api/v1/claim-checks").then().statusCode(422);
    }

    @Test
    void eachClaimOfAFileIsChecked() throws IOException {
        var claim = practice.receivesClaim(practice.facts());
        var file = practice.sends(claim);
        file(file, "?asOf=2026-03-03")
                .then()
                .statusCode(200)
                .body("claims.size()", equalTo(1))
                .body("claims[0].claimNumber", equalTo(practice.claim(claim).getString("claimNumber")))
                .body("claims[0].passes", equalTo(true))
                .body("unreadable.size()", equalTo(0));
        file(file.replace("HC:99213", "HC:99283"), "?asOf=2026-03-03")
                .then()
                .statusCode(200)
                .body("claims[0].findings.rule", hasItem("place-of-procedure"));
        var old = file.replace("HI*ABK:J029~", "HI*BK:462~");
        assertThat(old).isNotEqualTo(file);
        file(old, "?asOf=2026-03-03").then().body("claims[0].findings.rule", equalTo(List.of("diagnosis-edition")));
        file(old.replace("D8*20260302", "D8*20151001"), "?asOf=2015-10-02")
                .then()
                .body("claims[0].findings.rule", hasItem("diagnosis-edition"));
        file(old.replace("D8*20260302", "D8*20150930"), "?asOf=2015-10-02")
                .then()
                .body("claims[0].findings.pointer", not(hasItem(containsString("diagnos"))));
        file("ISA*nothing", "").then().statusCode(not(equalTo(500)));
    }

    /** The first stands, the second is judged beside it; a replacement is not. */
    @Test
    void theClaimsOfAFileAreCheckedBesideEachOther() throws IOException {
        var claim = practice.receivesClaim(practice.facts());
        var file = practice.sends(claim);
        file(twice(file, "1"), "?asOf=2026-03-03")
                .then()
                .statusCode(200)
                .body("unreadable.size()", equalTo(0))
                .body("claims[0].findings.rule", not(hasItem("sent-already")))
                .body("claims[1].claimNumber", equalTo("OTHER"))
                .body("claims[1].findings.rule", hasItem("sent-already"));
        file(
                        twice(file, "1")
                                .replaceFirst(
                                        "(?s)(OTHER.*)D8\\*20260302(.*)D8\\*20260302", "$1D8*20260303$2D8*20260303"),
                        "?asOf=2026-03-04")
                .then()
                .body("claims.size()", equalTo(2))
                .body("claims[1].findings.rule", not(hasItem("sent-already")));
        file(twice(file, "7"), "?asOf=2026-03-03")
                .then()
                .body("claims.size()", equalTo(2))
                .body("claims[1].findings.rule", not(hasItem("sent-already")));
    }

    /** The claim of the file once more, under another number. @param frequency CLM05-3 of the second */
    private String twice(String file, String frequency) {
        var claim = file.substring(file.indexOf("CLM*"), file.indexOf("SE*"));
        var second = claim.replaceFirst("CLM\\*[^*]+", "CLM*OTHER").replace("11:B:1", "11:B:" + frequency);
        var both = file.replace(claim, claim + second);
        var segments = both.substring(both.indexOf("ST*"), both.indexOf("SE*"))
                        .chars()
                        .filter(c -> c == '~')
                        .count()
                + 1;
        return both.replaceFirst("SE\\*\\d+", "SE*" + segments);
    }
}
