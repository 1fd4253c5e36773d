package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.events.EncounterCoded;
import org.superbill.servicekit.testing.ServiceStack;

/** What a coder does with a case over the API, and what is refused. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodingCaseApiTest extends FluShots {
    private static final UUID STRANGERS = UUID.randomUUID();

    @Test
    void wrongCodesAreFindingsAndCannotBeFinalized() {
        var path = "/api/v1/coding-cases/" + caseOf(completed(UUID.randomUUID(), 1));
        var coded = CODER.put(path + "/coding", """
                        {"diagnoses":["Z2399","J06","E11.0","Z23","z23"],"lines":[
                          {"lineNumber":1,"procedureCode":"99999","modifiers":["2"],"units":1,"diagnosisPointers":[6]},
                          {"lineNumber":3,"procedureCode":"9000F","units":2.5}]}""", etag(path))
                .statusCode(200)
                .body("findings.find { it.rule == 'diagnosis-unknown' }.pointer", equalTo("/diagnoses/0"))
                .body("findings.find { it.rule == 'diagnosis-is-header' }.pointer", equalTo("/diagnoses/1"))
                .body("findings.find { it.rule == 'diagnosis-duplicate' }.pointer", equalTo("/diagnoses/4"))
                .body("findings.find { it.rule == 'procedure-unknown' }.pointer", equalTo("/lines/0/procedureCode"))
                .body("findings.find { it.rule == 'procedure-is-header' }.pointer", equalTo("/lines/1/procedureCode"))
                .body("findings.find { it.rule == 'modifier-form' }.pointer", equalTo("/lines/0/modifiers/0"))
                .body(
                        "findings.find { it.rule == 'pointer-out-of-range' }.pointer",
                        equalTo("/lines/0/diagnosisPointers/0"))
                .body("findings.find { it.rule == 'pointer-missing' }.pointer", equalTo("/lines/1/diagnosisPointers"))
                .body("findings.find { it.rule == 'line-without-service' }.pointer", equalTo("/lines/1/lineNumber"))
                .body("findings.find { it.rule == 'service-without-line' }.severity", equalTo("error"))
                .extract();
        CODER.post(path + "/finalize", "{}", coded.header("ETag"))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coding-findings-open"))
                .body("errors.pointer", hasItem("/diagnoses/0"))
                .body("errors.code", hasItem("diagnosis-unknown"));
        CODER.get(path)
                .body("status", equalTo("in-progress"))
                .body("revision", equalTo(coded.jsonPath().getInt("revision")));
        CODER.get(path + "/versions").body("$", empty());
    }

    @Test
    void codesAreJudgedByTheDateOfService() {
        var before = LocalDate.of(2025, 9, 30);
        var loader = Api.loader(ORGANIZATION); // of a list that was in force then and does not have the codes
        loader.load("cpt", "before-cases", "2025-01-01", "code,display,billable\n99213,Visit,true\n");
        loader.post("/api/v1/code-systems/cpt/releases/before-cases/activate", "")
                .statusCode(200);
        var encounter = encounter(UUID.randomUUID(), 1, before);
        events().publish(ORGANIZATION, encounter);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        CODER.put(path + "/coding", FLU_SHOT.replace("Z23", "E11.A"), etag(path))
                .statusCode(200)
                .body("findings.find { it.rule == 'diagnosis-not-valid-on-date' }.pointer", equalTo("/diagnoses/0"))
                .body("findings.rule", hasItem("procedure-not-valid-on-date"));
        cannotBeFinalized(path, "diagnosis-not-valid-on-date", "/diagnoses/0");
        cannotBeFinalized(path, "procedure-not-valid-on-date", "/lines/0/procedureCode");
        assertThat(events().all(EncounterCoded.class, encounter.encounterId().toString()))
                .isEmpty();
    }

    @Test
    void aHeaderCodeCannotBeFinalized() {
        var encounter = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        CODER.put(path + "/coding", FLU_SHOT.replace("Z23", "J06").replace("90471", "9000F"), etag(path))
                .statusCode(200);
        cannotBeFinalized(path, "diagnosis-is-header", "/diagnoses/0");
        cannotBeFinalized(path, "procedure-is-header", "/lines/1/procedureCode");
        assertThat(events().all(EncounterCoded.class, encounter.encounterId().toString()))
                .isEmpty();
    }

    @Test
    void whatCannotBeACodeIsRefusedAndNothingIsChanged() {
        var path = "/api/v1/coding-cases/" + caseOf(completed(UUID.randomUUID(), 1));
        var etag = etag(path);
        refused(path, FLU_SHOT.replace("\"units\":1,\"diag", "\"units\":0,\"diag"), "/lines/0/units");
        refused(path, FLU_SHOT.replace("90658", "9065!"), "/lines/0/procedureCode");
        refused(path, FLU_SHOT.replace("\"Z23\"", "\"?\""), "/diagnoses/0");
        refused(path, FLU_SHOT.replace("\"diagnoses\"", "\"diagnosis\""), "/diagnosis");
        refused(
                path,
                FLU_SHOT.replace(
                        "\"diagnoses\"", "\"acknowledgements\":[{\"rule\":\"x\",\"reason\":\"y\"}],\"diagnoses\""),
                "/acknowledgements/0/rule");
        refused(path, FLU_SHOT.replace("\"lineNumber\":1", "\"lineNumber\":\"one\""), "/lines/0/lineNumber");
        CODER.put(path + "/coding", "{\"diagnoses\":", etag)
                .statusCode(400)
                .body("type", equalTo("https://superbill.org/problems/malformed-request"));
        CODER.get(path).header("ETag", etag).body("status", equalTo("ready"));
    }

    @Test
    void unrelatedConditionsAreSaidWithTheirReason() {
        var path = "/api/v1/coding-cases/" + caseOf(completed(UUID.randomUUID(), 1));
        var pair = "\"unrelatedConditions\":[{%s}],\"diagnoses\"";
        CODER.put(
                        path + "/coding",
                        FLU_SHOT.replace(
                                "\"diagnoses\"",
                                pair.formatted(
                                        "\"one\":\"E10.9\",\"other\":\"E11.9\",\"reason\":\"unrelated conditions\"")),
                        etag(path))
                .statusCode(200)
                .body("unrelatedConditions[0].one", equalTo("E109"))
                .body("unrelatedConditions[0].reason", equalTo("unrelated conditions"));
        CODER.put(
                        path + "/coding",
                        FLU_SHOT.replace("\"diagnoses\"", pair.formatted("\"code\":\"E10.9\",\"otherCode\":\"E11.9\"")),
                        etag(path))
                .statusCode(200)
                .body("unrelatedConditions[0].other", equalTo("E119"));
    }

    @Test
    void aLineIsOfAPractitionerOfTheOrganizationAndOfTheServicesDay() {
        var encounter = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        var by = "\"lineNumber\":1,\"practitionerId\":\"%s\",";
        refused(
                path,
                FLU_SHOT.replace("\"lineNumber\":1,", by.formatted(UUID.randomUUID())),
                "/lines/0/practitionerId");
        CODER.put(
                        path + "/coding",
                        FLU_SHOT.replace("\"lineNumber\":1,", by.formatted(encounter.practitionerId())),
                        etag(path))
                .statusCode(200);
        var colleague = UUID.randomUUID();
        new Encounters(events(), ORGANIZATION).hasPractitioner(colleague);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> CODER.put(
                                path + "/coding",
                                FLU_SHOT.replace("\"lineNumber\":1,", by.formatted(colleague)),
                                etag(path))
                        .statusCode(200));
        CODER.put(
                        path + "/coding",
                        FLU_SHOT.replace("\"lineNumber\":1,", "\"lineNumber\":1,\"serviceDate\":\"2026-03-03\","),
                        etag(path))
                .statusCode(200)
                .body("findings.rule", contains("line-differs-from-service"))
                .body("findings.pointer", contains("/lines/0/serviceDate"));
        CODER.post(path + "/finalize", "{}", etag(path)).statusCode(422);
    }

    @Test
    void everyChangeNamesTheRevisionThatWasRead() {
        var path = "/api/v1/coding-cases/" + caseOf(completed(UUID.randomUUID(), 1));
        var stale = etag(path);
        var current = CODER.put(path + "/coding", FLU_SHOT, stale)
                .statusCode(200)
                .extract()
                .header("ETag");
        Map.of("assign", "{}", "finalize", "{}", "amend", "{\"reason\":\"second look\"}")
                .forEach((step, body) -> {
                    CODER.post(path + "/" + step, body, stale)
                            .statusCode(412)
                            .body("type", equalTo("https://superbill.org/problems/stale"));
                    CODER.post(path + "/" + step, body)
                            .statusCode(428)
                            .body("type", equalTo("https://superbill.org/problems/if-match-missing"));
                });
        CODER.put(path + "/coding", FLU_SHOT, stale).statusCode(412);
        CODER.putWithoutRevision(path + "/coding", FLU_SHOT).statusCode(428);
        CODER.get(path).header("ETag", current).body("status", equalTo("in-progress"));
    }

    @Test
    void anAmendmentIsANewVersionBesideTheOldOne() {
        var encounter = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        finish(path);
        CODER.put(path + "/coding", FLU_SHOT, etag(path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-step-not-allowed"));
        CODER.post(path + "/amend", "{}", etag(path)).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        CODER.post(path + "/amend", "{\"reason\":\"second look\"}", etag(path))
                .statusCode(200)
                .body("status", equalTo("in-progress"))
                .body("version", is(2));
        CODER.put(path + "/coding", FLU_SHOT.replace("[\"Z23\"]", "[\"Z23\",\"J06.9\"]"), etag(path))
                .statusCode(200);
        CODER.post(path + "/finalize", "{}", etag(path)).statusCode(200).body("version", is(2));
        CODER.get(path + "/versions")
                .body("version", contains(1, 2))
                .body("diagnoses", contains(List.of("Z23"), List.of("Z23", "J06.9")))
                .body("[1].reason", equalTo("second look"));
        var second =
                events().await(EncounterCoded.class, encounter.encounterId().toString(), event -> event.version() == 2);
        assertThat(second.diagnoses()).containsExactly("Z23", "J069");
    }

    @Test
    void anotherOrganizationSeesNothing() {
        var encounter = completed(UUID.randomUUID(), 1);
        var path = "/api/v1/coding-cases/" + caseOf(encounter);
        var strangers = Api.as(STRANGERS, "coder");
        strangers
                .get(path)
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/coding-case-not-found"));
        strangers
                .get("/api/v1/coding-cases?encounterId=" + encounter.encounterId())
                .body("items", empty());
        strangers.post(path + "/assign", "{}", etag(path)).statusCode(404);
        CODER.get(path).body("status", equalTo("ready"));
    }

    @Test
    void onlyCodersWrite() {
        var path = "/api/v1/coding-cases/" + caseOf(completed(UUID.randomUUID(), 1));
        Api.as(ORGANIZATION, "biller").get(path).statusCode(200);
        Api.as(ORGANIZATION, "biller").post(path + "/assign", "{}").statusCode(403);
        Api.as(ORGANIZATION, "front-desk").get(path).statusCode(403);
    }

    @Test
    void casesAreListedInPages() {
        for (var i = 0; i < 3; i++) {
            caseOf(completed(UUID.randomUUID(), 1));
        }
        var first = CODER.get("/api/v1/coding-cases?status=ready&limit=2")
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .jsonPath();
        var second = CODER.get("/api/v1/coding-cases?status=ready&limit=2&cursor=" + first.getString("nextCursor"))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(second.getList("items.id")).doesNotContainAnyElementsOf(first.getList("items.id"));
        CODER.get("/api/v1/coding-cases?status=done").statusCode(400).body("errors[0].pointer", equalTo("?status"));
    }

    private static void refused(String path, String coding, String pointer) {
        CODER.put(path + "/coding", coding, etag(path))
                .statusCode(400)
                .body("type", startsWith("https://superbill.org/problems/"))
                .body("errors.pointer", hasItem(pointer));
    }

    /** The rule is among the findings that finalizing names, and nothing is changed. */
    private static void cannotBeFinalized(String path, String rule, String pointer) {
        var before = etag(path);
        CODER.post(path + "/finalize", "{}", before)
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coding-findings-open"))
                .body("errors.find { it.code == '%s' }.pointer".formatted(rule), equalTo(pointer));
        CODER.get(path).header("ETag", before).body("status", equalTo("in-progress"));
        CODER.get(path + "/versions").body("$", empty());
    }
}
