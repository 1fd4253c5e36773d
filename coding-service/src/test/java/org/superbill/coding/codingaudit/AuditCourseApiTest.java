package org.superbill.coding.codingaudit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

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
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What comes late, from another, or after the case has moved on. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class AuditCourseApiTest extends WithEvents {
    private static final String RIGHT = "{\"coding\":%s}".formatted(Encounters.FLU_SHOT);
    private static final String WRONG = RIGHT.replace("Z23", "Z71.84");
    private static final String STAY = """
            {"diagnoses":["J18.9"],"presentOnAdmission":["Y"],"lines":[],"procedures":[]}""";

    private final UUID organization = UUID.randomUUID();
    private final Api admin = Api.as(organization, "admin");
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Api eve = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));
    private final Api kim = Api.as(TestTokens.ofUser("kim", organization, "coding-auditor"));

    @BeforeEach
    void procedures() {
        Encounters.loadProcedures(organization);
    }

    @Test
    void aCaseThatBecameVoidMeanwhileIsJudgedAndStaysVoid() {
        Policies.set(admin, policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var path = coded(ann);
        var item = itemOf(begun("before-bill", "code", ""));
        var encounter = ann.get(path).extract().jsonPath().getString("encounterId");
        events().publish(organization, new EncounterVoided(UUID.fromString(encounter), "entered in error"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ann.get(path).body("status", equalTo("void")));
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("agreed"));
        ann.get(path).body("status", equalTo("void"));
    }

    @Test
    void aRebuttalHasADayAfterWhichItIsTooLateAndOthersDecide() {
        coded(ann);
        var item = itemOf(begun("after-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        eve.post(item + "/decide", "{\"upheld\":true,\"reason\":\"at once\"}", Encounters.etag(eve, item))
                .statusCode(409);
        clocks.moveTo(clock.instant().plus(Duration.ofDays(15)));
        ann.post(item + "/rebut", "{\"reason\":\"late\"}", Encounters.etag(eve, item))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-rebuttal-late"));
        eve.post(item + "/decide", "{\"upheld\":true,\"reason\":\"nothing was said\"}", Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("upheld"));
    }

    @Test
    void whereDutiesAreApartWhoJudgedDoesNotDecide() {
        Policies.set(admin, policy -> policy.replace("\"dutiesApart\":false", "\"dutiesApart\":true"));
        coded(ann);
        var item = itemOf(begun("after-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        ann.post(item + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(eve, item))
                .statusCode(200);
        var decision = "{\"upheld\":true,\"reason\":\"it stands\"}";
        eve.post(item + "/decide", decision, Encounters.etag(eve, item)).statusCode(403);
        kim.post(item + "/decide", decision, Encounters.etag(eve, item)).statusCode(200);
    }

    @Test
    void aCorrectiveActionIsPlannedOnceForADayToComeAndFoundDoneByAnAuditorOnce() {
        coded(ann);
        var item = itemOf(begun("after-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        ann.post(item + "/accept", "", Encounters.etag(eve, item)).statusCode(200);
        var path = item + "/corrective-action";
        var action = "{\"action\":\"read\",\"dueOn\":\"%s\"}";
        eve.post(path, action.formatted(today().minusDays(1)), Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dueOn"));
        eve.post(path, action.formatted(today()), Encounters.etag(eve, item)).statusCode(200);
        eve.post(path, action.formatted(today().plusDays(9)), Encounters.etag(eve, item))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-step-not-allowed"));
        ann.post(path + "/done", "", Encounters.etag(eve, item)).statusCode(403);
        Api.as(TestTokens.ofUser("ann", organization, "coder", "coding-auditor"))
                .post(path + "/done", "", Encounters.etag(eve, item))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        kim.post(path + "/done", "", Encounters.etag(eve, item))
                .statusCode(200)
                .body("correctiveDueOn", equalTo(today().toString()))
                .body("correctiveDoneBy", equalTo("kim"));
        eve.post(path + "/done", "", Encounters.etag(eve, item)).statusCode(409);
    }

    @Test
    void whoBeginsAnAuditMayHaveCodedSomeOfItsCasesAndJudgesTheOthers() {
        Policies.set(
                admin,
                policy -> policy.replace("\"dutiesApart\":false", "\"dutiesApart\":true")
                        .replace("\"percent\":0", "\"percent\":100"));
        var both = Api.as(TestTokens.ofUser("eve", organization, "coder", "coding-auditor"));
        var path = coded(both);
        var item = itemOf(begun("before-bill", "code", ""));
        both.post(item + "/judge", RIGHT, Encounters.etag(eve, item))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        both.post(path + "/release", "{}", Encounters.etag(both, path)).statusCode(403);
        kim.post(item + "/judge", RIGHT, Encounters.etag(kim, item)).statusCode(200);
        ann.get(path).body("status", equalTo("released"));
    }

    @Test
    void whereDutiesAreApartWhoJudgedACaseDoesNotCodeItAfterwards() {
        Policies.set(
                admin,
                policy -> policy.replace("\"dutiesApart\":false", "\"dutiesApart\":true")
                        .replace("\"percent\":0", "\"percent\":100"));
        var path = coded(ann);
        var item = itemOf(begun("before-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        ann.post(item + "/accept", "", Encounters.etag(ann, item)).statusCode(200);
        var both = Api.as(TestTokens.ofUser("eve", organization, "coder", "coding-auditor"));
        for (var step : List.of("/assign", "/open")) {
            both.post(path + step, "{}", Encounters.etag(both, path))
                    .statusCode(403)
                    .body("type", equalTo("https://superbill.org/problems/coding-duties-apart"));
        }
        both.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(both, path))
                .statusCode(403);
        kim.post(path + "/assign", "{\"coder\":\"bob\"}", Encounters.etag(kim, path))
                .statusCode(200);
        bob.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, path))
                .statusCode(200);
    }

    @Test
    void theStrataOfABlindSampleNameNoCoderUntilAllIsJudged() {
        coded(ann);
        var audit = eve.post(
                        "/api/v1/coding-audits",
                        plan("after-bill", "code", "")
                                .replace("\"all\"", "\"coder\"")
                                .replace("review", "blind"))
                .statusCode(201)
                .extract()
                .header("Location");
        eve.get(audit + "/sample").body("stratum", equalTo(List.of("")));
        var item = itemOf(audit);
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        eve.get(audit + "/sample").body("stratum", equalTo(List.of("ann")));
    }

    private static String groups(String coded, String correct) {
        return ",\"drg\":{\"coded\":\"%s\",\"correct\":\"%s\"}".formatted(coded, correct);
    }

    @Test
    void aStayIsScoredByItsDrg() {
        var path = new Encounters(events(), organization)
                .stay(ann, Encounters.DAY.plusDays(3))
                .get(1);
        ann.put(path + "/coding", STAY, Encounters.etag(ann, path)).statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        eve.post("/api/v1/coding-audits", plan("after-bill", "drg", ""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sampling/kind"));
        var audit = begun("after-bill", "drg", "\"kind\":\"facility\",");
        var item = itemOf(audit);
        var judgment = "{\"coding\":%s%%s}".formatted(STAY.replace("J18.9", "J15.1"));
        eve.post(item + "/judge", judgment.formatted(""), Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/drg"));
        for (var none : List.of(
                "998", "999")) { // what a grouper says of codes that it cannot group, whether a list is loaded or not
            eve.post(item + "/judge", judgment.formatted(groups("195", none)), Encounters.etag(eve, item))
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of("/drg/correct")))
                    .body("errors.code", equalTo(List.of("no-drg")));
        }
        for (var wrong : List.of("000", "12", "1000")) {
            eve.post(item + "/judge", judgment.formatted(groups(wrong, "179")), Encounters.etag(eve, item))
                    .statusCode(400)
                    .body("errors.pointer", equalTo(List.of("/drg/coded")));
        }
        var loader = Api.loader(organization);
        loader.load(
                "ms-drg",
                "for-audits",
                "2025-10-01",
                "code,display,billable\n179,Respiratory infections,true\n195,Simple pneumonia,true\n");
        loader.post("/api/v1/code-systems/ms-drg/releases/for-audits/activate", "")
                .statusCode(200);
        eve.post(
                        item + "/judge",
                        judgment.formatted(groups("999", "500")), // what was coded may be what cannot be grouped
                        Encounters.etag(eve, item))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/drg/correct")))
                .body("errors.code", equalTo(List.of("unknown-drg")));
        eve.post(item + "/judge", judgment.formatted(groups("195", "179")), Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("audited"))
                .body("drg.correct", equalTo("179"));
        eve.get(audit)
                .body("result.byDrg.right", is(0))
                .body("result.byDrg.of", is(1))
                .body("result.byCoder[0].accuracy.of", is(1))
                .body("result.meetsStandard", is(false));
    }

    @Test
    void accuracyIsOfWhoCodedWhatWasJudgedNotOfWhoAmendedIt() {
        var path = coded(ann);
        var item = itemOf(begun("after-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        bob.post(path + "/amend", "{\"reason\":\"after the audit\"}", Encounters.etag(bob, path))
                .statusCode(200);
        bob.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(bob, path))
                .statusCode(200);
        bob.post(path + "/finalize", "{}", Encounters.etag(bob, path)).statusCode(200);
        var today = today();
        var rows = eve.get("/api/v1/coding-figures?by=coder&from=%s&to=%s".formatted(today.minusDays(1), today))
                .statusCode(200)
                .body("rows.key", equalTo(List.of("ann", "bob")));
        rows.body("rows[0].finalized", is(0))
                .body("rows[0].accuracy.of", is(2))
                .body("rows[0].undecidedErrors", is(1)) // ann has not been heard yet
                .body("rows[1].finalized", is(1))
                .body("rows[1].accuracy.of", is(0));
        eve.get("/api/v1/coding-figures?from=%s&to=%s".formatted(today.minusDays(1), today))
                .body("rows[0].finalized", is(1))
                .body("rows[0].accuracy.of", is(2));
    }

    @Test
    void aJudgmentIsCorrectedByWhoMadeItUntilTheCoderHasAnswered() {
        coded(ann);
        var item = itemOf(begun("after-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        kim.post(item + "/judge", RIGHT, Encounters.etag(kim, item))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        eve.post(item + "/judge", WRONG.replace("Z71.84", "Z71.89"), Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("audited"))
                .body("errors[0].error.correct", equalTo("Z7189"));
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("agreed"))
                .body("errors.size()", is(0))
                .body("scoreRight", is(2));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item))
                .statusCode(200)
                .body("status", equalTo("audited"));
        ann.post(item + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(ann, item))
                .statusCode(200);
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-step-not-allowed"));
        kim.post(item + "/decide", "{\"upheld\":false,\"reason\":\"yes\"}", Encounters.etag(kim, item))
                .statusCode(200);
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(409);
    }

    @Test
    void whatIsJudgedWrongBeforeTheBillIsNotReleasedAsItIs() {
        Policies.set(admin, policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var path = coded(ann);
        var item = itemOf(begun("before-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        cannotBeReleased(path);
        ann.post(item + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(ann, item))
                .statusCode(200);
        cannotBeReleased(path);
        kim.post(item + "/decide", "{\"upheld\":true,\"reason\":\"it stands\"}", Encounters.etag(kim, item))
                .statusCode(200);
        ann.get(path).body("status", equalTo("in-progress")).body("assignedTo", equalTo("ann"));
        ann.put(
                        path + "/coding",
                        Encounters.FLU_SHOT.replace("\"Z23\"", "\"Z23\",\"Z71.84\""),
                        Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path))
                .statusCode(200)
                .body("status", equalTo("coded"));
        begun("before-bill", "code", ""); // again: what was wrong before is not what is coded now
        eve.post(path + "/release", "{}", Encounters.etag(eve, path))
                .statusCode(200)
                .body("status", equalTo("released"));
    }

    private void cannotBeReleased(String path) {
        eve.post(path + "/release", "{}", Encounters.etag(eve, path))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-case-judged-wrong"));
        ann.get(path).body("status", equalTo("in-audit"));
    }

    @Test
    void aCaseThatAnAuditFoundWrongIsReleasedWhenItsAuditorCorrectsThat() {
        Policies.set(admin, policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var path = coded(ann);
        var item = itemOf(begun("before-bill", "code", ""));
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item)).statusCode(200);
        ann.get(path).body("status", equalTo("released"));
    }

    @Test
    void aCaseThatWasReleasedIsNotJudgedWrongAfterwards() {
        Policies.set(admin, policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var path = coded(ann);
        var item = itemOf(begun("before-bill", "code", ""));
        eve.post(item + "/judge", RIGHT, Encounters.etag(eve, item)).statusCode(200);
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item))
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-step-not-allowed"))
                .body("detail", equalTo("The case is not in audit any more, so that it cannot be judged again"));
        eve.get(item).body("status", equalTo("agreed"));
        ann.get(path).body("status", equalTo("released"));
    }

    @Test
    void twoAuditsOfACodingCountEachAndAnUnansweredErrorIsMarked() {
        coded(ann);
        var first = itemOf(begun("after-bill", "code", ""));
        eve.post(first + "/judge", WRONG, Encounters.etag(eve, first)).statusCode(200);
        ann.post(first + "/accept", "", Encounters.etag(ann, first)).statusCode(200);
        var second = itemOf(begun("after-bill", "code", ""));
        var figures = "/api/v1/coding-figures?from=%s&to=%s".formatted(today().minusDays(1), today());
        eve.post(second + "/judge", RIGHT, Encounters.etag(eve, second)).statusCode(200);
        eve.get(figures)
                .body("rows[0].finalized", is(1))
                .body("rows[0].accuracy.right", is(3))
                .body("rows[0].accuracy.of", is(4))
                .body("rows[0].undecidedErrors", is(0));
        eve.post(second + "/judge", WRONG, Encounters.etag(eve, second)).statusCode(200);
        eve.get(figures).body("rows[0].accuracy.right", is(2)).body("rows[0].undecidedErrors", is(1));
    }

    private String coded(Api coder) {
        var path = new Encounters(events(), organization).fluShot(coder);
        coder.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(coder, path))
                .statusCode(200);
        coder.post(path + "/finalize", "{}", Encounters.etag(coder, path)).statusCode(200);
        return path;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String plan(String stage, String unit, String sampling) {
        return """
                {"name":"test","stage":"%s","method":"review","unit":"%s",
                 "sampling":{%s"from":"%s","to":"%s","per":"all","size":5}}""".formatted(stage, unit, sampling, today().minusDays(1), today());
    }

    private String begun(String stage, String unit, String sampling) {
        return eve.post("/api/v1/coding-audits", plan(stage, unit, sampling))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private String itemOf(String audit) {
        return audit + "/items/"
                + eve.get(audit + "/items").statusCode(200).extract().jsonPath().getString("items[0].id");
    }
}
