package org.superbill.coding.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class AuditApiTest extends WithEvents {
    private static final String RIGHT = """
            {"coding":%s,"reasons":[]}""".formatted(Encounters.FLU_SHOT);
    private static final String WRONG = """
            {"coding":%s,"reasons":[{"pointer":"/diagnoses/0","category":"abstraction","comment":"it was a travel vaccination"}]}""".formatted(Encounters.FLU_SHOT.replace("Z23", "Z71.84"));

    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Api eve = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));

    @BeforeEach
    void procedures() {
        Encounters.loadProcedures(organization);
    }

    @Test
    void aBlindAuditHidesWhatWasCodedUntilItIsJudged() {
        coded(ann);
        var audit = begun(plan("after-bill", "blind", 5));
        var item = itemOf(audit);
        eve.get(item).body("coded", nullValue()).body("coder", nullValue()).body("status", equalTo("open"));
        eve.get(item + "/replay").statusCode(200).body("coded", nullValue()).body("correct", nullValue());
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item))
                .statusCode(200)
                .body("coder", equalTo("ann"))
                .body("coded.diagnoses", contains("Z23"))
                .body("status", equalTo("audited"))
                .body("errors[0].error.kind", equalTo("wrong"))
                .body("errors[0].category", equalTo("abstraction"))
                .body("errors", hasSize(1))
                .body("scoreItems", is(2)) // a diagnosis and a line, which points to it as it should
                .body("scoreRight", is(1));
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item)) // what has been shown is not found blindly
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-step-not-allowed"));
        eve.get(audit)
                .body("result.audited", is(1))
                .body("result.undecided", is(1))
                .body("result.byCode.right", is(1))
                .body("result.byCode.of", is(2))
                .body("result.meetsStandard", is(false));
    }

    @Test
    void aRebuttalIsTheCodersAndTheDecisionAnothers() {
        coded(ann);
        var audit = begun(plan("after-bill", "review", 5));
        var item = itemOf(audit);
        eve.get(item).body("coded.diagnoses", contains("Z23"));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        bob.post(item + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(eve, item))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        ann.post(item + "/rebut", "{\"reason\":\"there was no travel\"}", Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("rebutted"));
        eve.post(item + "/decide", "{\"upheld\":false,\"reason\":\"the coder is right\"}", Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("agreed"))
                .body("scoreRight", is(2));
        eve.post(item + "/decide", "{\"upheld\":true,\"reason\":\"again\"}", Encounters.etag(eve, item))
                .statusCode(409);
        eve.get(audit).body("result.byCase.share", is(1.0f)).body("result.undecided", is(0));
    }

    @Test
    void beforeTheBillARightCaseIsReleasedAndAWrongOneGoesBack() {
        Policies.set(admin, policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var good = coded(ann);
        var bad = coded(ann);
        ann.get(good).body("status", equalTo("coded"));
        var audit = begun(plan("before-bill", "review", 5));
        ann.get(good).body("status", equalTo("in-audit"));
        judge(audit, good, RIGHT);
        ann.get(good).body("status", equalTo("released"));
        var item = judge(audit, bad, WRONG);
        ann.get(bad).body("status", equalTo("in-audit"));
        eve.get(item + "/replay") // of a case that was never released
                .statusCode(200)
                .body("coded.findings", empty())
                .body("correct.findings", empty());
        ann.post(item + "/accept", "", Encounters.etag(ann, item))
                .statusCode(200)
                .body("status", equalTo("upheld"));
        ann.get(bad).body("status", equalTo("in-progress"));
        eve.post(
                        item + "/corrective-action",
                        "{\"action\":\"five practice cases\",\"dueOn\":\"%s\"}"
                                .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        Encounters.etag(eve, item))
                .statusCode(200);
        eve.post(item + "/corrective-action/done", "", Encounters.etag(eve, item))
                .statusCode(200)
                .body("correctiveDoneAt", not(nullValue()));
        eve.get(audit).body("result.reasons.abstraction", is(1));
    }

    @Test
    void whatTheAuditorHoldsRightPassesTheRulesAsACodersCodingDoes() {
        coded(ann);
        var item = itemOf(begun(plan("after-bill", "review", 5)));
        eve.post(item + "/judge", WRONG.replace("Z71.84", "Z23.9"), Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors.pointer", contains("/coding/diagnoses/0"))
                .body("errors.code", contains("diagnosis-unknown"));
        eve.post(
                        item + "/judge",
                        WRONG.replace("\"lines\"", "\"presentOnAdmission\":[\"Y\"],\"lines\""),
                        Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors.pointer", contains("/coding/presentOnAdmission"));
        eve.get(item).body("status", equalTo("open")).body("correctFindings", nullValue());
        eve.post(item + "/judge", WRONG.replace("\"units\":1", "\"units\":2"), Encounters.etag(eve, item))
                .statusCode(200)
                .body("correctFindings.rule", hasItem("line-differs-from-service"))
                .body("correctFindings.severity", not(hasItem("error")));
    }

    @Test
    void theFinancialEffectIsWhatTheClaimWouldChargeOtherwise() {
        coded(ann);
        var audit = begun(plan("after-bill", "review", 5));
        var item = itemOf(audit);
        eve.get(item).body("claimChargeCents", nullValue());
        var whole = eve.get(item).extract().jsonPath();
        var charged = whole.getLong("services[0].chargeCents");
        var withoutLines = "{\"coding\":{\"diagnoses\":[\"Z23\"],\"lines\":[]},\"reasons\":[]}";
        eve.post(item + "/judge", withoutLines, Encounters.etag(eve, item))
                .statusCode(200)
                .body("correctFindings.rule", hasItem("service-without-line")) // for the clinic to put right
                .body("claimChargeCents", is((int) charged))
                .body("claimChargeDifferenceCents", is((int) -charged));
        ann.post(item + "/rebut", "{\"reason\":\"it was given\"}", Encounters.etag(ann, item))
                .statusCode(200);
        eve.post(item + "/decide", "{\"upheld\":false,\"reason\":\"the coder is right\"}", Encounters.etag(eve, item))
                .statusCode(200)
                .body("claimChargeDifferenceCents", is(0));
    }

    @Test
    void onlyCasesThatWereCodedWithTheComputersHelpCanBeDrawn() {
        var helped = new Encounters(events(), organization).fluShot(ann);
        coded(ann);
        var note =
                "{\"setting\":\"office\",\"notes\":[{\"format\":\"text\",\"text\":\"Assessment: influenza vaccination given.\"}]}";
        var suggested = await().atMost(Duration.ofSeconds(90))
                .until(() -> ann.post(helped + "/suggestions", note).extract(), answer -> answer.statusCode() == 200);
        String id = suggested.path("suggestions[0].id");
        ann.post(helped + "/suggestions/" + id + "/accept", "{}", "\"0\"").statusCode(200);
        coded(ann, helped);

        var plan = plan("after-bill", "review", 5);
        for (var wanted : List.of("true", "false")) {
            var audit = begun(plan.replace("\"seed\"", "\"computerAssisted\":%s,\"seed\"".formatted(wanted)));
            eve.get(audit).body("population", is(1));
            var drawn = eve.get(audit + "/items").extract().jsonPath().getString("items[0].caseId");
            assertThat(helped.endsWith(drawn)).isEqualTo(wanted.equals("true"));
        }
    }

    @Test
    void theSampleCanBeDrawnAgain() {
        for (var i = 0; i < 6; i++) {
            coded(i % 2 == 0 ? ann : bob);
        }
        var audit = begun(plan("after-bill", "review", 2).replace("\"per\":\"all\"", "\"per\":\"coder\""));
        var items =
                eve.get(audit + "/items").body("items", hasSize(4)).extract().jsonPath();
        var again = eve.get(audit + "/sample").statusCode(200).extract().jsonPath();
        assertThat(again.getList("caseId")).isEqualTo(items.getList("items.caseId"));
        assertThat(again.getList("stratum")).isEqualTo(List.of("ann", "ann", "bob", "bob"));
        eve.get(audit).body("population", is(6)).body("seed", is(7));
    }

    @Test
    void whoCodedDoesNotJudgeAndOthersSeeNothing() {
        coded(ann);
        var audit = begun(plan("after-bill", "review", 5));
        var item = itemOf(audit);
        var herself = Api.as(TestTokens.ofUser("ann", organization, "coding-auditor"));
        herself.post(item + "/judge", RIGHT, Encounters.etag(eve, item)).statusCode(403);
        ann.post("/api/v1/coding-audits", plan("after-bill", "review", 5)).statusCode(403);
        eve.post(item + "/judge", RIGHT, "\"9\"").statusCode(412);
        eve.post(item + "/judge", RIGHT).statusCode(428);
        eve.post(item + "/judge", RIGHT.replace("\"reasons\"", "\"because\""), Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors.pointer", hasItem("/because"));
        Api.as(UUID.randomUUID(), "coding-auditor")
                .get(audit)
                .statusCode(404)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-found"));
        eve.post(
                        "/api/v1/coding-audits",
                        plan("after-bill", "review", 5).replace("\"seed\"", "\"code\":\"E11\",\"seed\""))
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-empty"));
        eve.post(
                        "/api/v1/coding-audits",
                        plan("after-bill", "review", 5).replace("\"seed\"", "\"code\":\"Z2\",\"seed\""))
                .statusCode(201);
        eve.post(
                        "/api/v1/coding-audits",
                        plan("after-bill", "review", 5).replace("\"seed\"", "\"code\":\"z23.\",\"seed\""))
                .statusCode(201);
    }

    /** @return the path of a flu shot's case that is finalized */
    private String coded(Api coder) {
        return coded(coder, new Encounters(events(), organization).fluShot(coder));
    }

    private static String coded(Api coder, String path) {
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        return path;
    }

    private String plan(String stage, String method, int size) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return """
                {"name":"test","stage":"%s","method":"%s","unit":"code",
                 "sampling":{"from":"%s","to":"%s","per":"all","size":%d,"seed":7}}""".formatted(stage, method, today.minusDays(1), today, size);
    }

    private String begun(String plan) {
        return eve.post("/api/v1/coding-audits", plan).statusCode(201).extract().header("Location");
    }

    private String itemOf(String audit) {
        return audit + "/items/"
                + eve.get(audit + "/items").statusCode(200).extract().jsonPath().getString("items[0].id");
    }

    private String judge(String audit, String casePath, String judgment) {
        var caseId = casePath.substring(casePath.lastIndexOf('/') + 1);
        var item = audit + "/items/"
                + eve.get(audit + "/items")
                        .extract()
                        .jsonPath()
                        .getString("items.find { it.caseId == '%s' }.id".formatted(caseId));
        eve.post(item + "/judge", judgment, Encounters.etag(eve, item)).statusCode(200);
        return item;
    }
}
