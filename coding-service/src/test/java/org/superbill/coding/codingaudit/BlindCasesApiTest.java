package org.superbill.coding.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.events.AuditRecorded;
import org.superbill.events.EventJson;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** What is to be judged blindly is not told in another place. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class BlindCasesApiTest extends WithEvents {
    private static final String QUERY = """
            {"form":"open","purpose":"diagnosis","title":"Findings","question":"Which is meant?","indicators":[],"options":[]}""";

    private final UUID organization = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api eve = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));

    @BeforeEach
    void procedures() {
        Encounters.loadProcedures(organization);
    }

    @Test
    void aCaseWithAnOpenBlindItemIsKeptFromWhoMayJudgeItUntilItIsJudged() {
        var path = new Encounters(events(), organization).fluShot(ann);
        await().atMost(Duration.ofMinutes(4)) // until the words are read that name conditions
                .until(() -> ann.post(path + "/queries", QUERY).extract().statusCode() == 201);
        coded(path);
        ann.post(path + "/discussion", "{\"text\":\"@eve is Z23 right?\"}").statusCode(201);
        var query = ann.get("/api/v1/coding-queries").extract().<String>path("items[0].id");
        var reviewed = begun("review");
        eve.get(reviewed + "/sample").statusCode(200).body("stratum", contains("ann"));
        var audit = begun("blind");
        var item = audit + "/items/" + eve.get(audit + "/items").extract().path("items[0].id");

        for (var where : List.of("", "/versions", "/versions/1/replay", "/suggestions", "/discussion")) {
            eve.get(path + where)
                    .statusCode(403)
                    .body("type", equalTo("https://superbill.org/problems/coding-case-blind"));
            ann.get(path + where).statusCode(200); // who does not judge it
        }
        eve.post(path + "/assign", "{\"coder\":\"ann\"}", Encounters.etag(ann, path))
                .statusCode(403);
        eve.post(path + "/hold", "{\"reason\":\"to see it\"}", Encounters.etag(ann, path))
                .statusCode(403);
        eve.post(path + "/release", "{}", Encounters.etag(ann, path)).statusCode(403);
        eve.get("/api/v1/coding-cases").statusCode(200).body("items.id", empty());
        eve.get("/api/v1/coding-mentions").statusCode(200).body("items", empty());
        eve.get("/api/v1/coding-queries").statusCode(200).body("items", empty());
        eve.get("/api/v1/coding-queries/" + query).statusCode(403);
        eve.get(reviewed + "/items").statusCode(200).body("items", empty());
        eve.get(reviewed + "/sample").statusCode(200).body("stratum", contains(""));
        eve.get(audit + "/items").statusCode(200).body("items.id", hasItem(idOf(item)));
        eve.get(item).statusCode(200);

        eve.post(
                        item + "/judge",
                        "{\"coding\":%s,\"reasons\":[]}".formatted(Encounters.FLU_SHOT),
                        Encounters.etag(eve, item))
                .statusCode(200);
        eve.get(path).statusCode(200).body("diagnoses", contains("Z23"));
        eve.get("/api/v1/coding-cases").body("items.id", contains(idOf(path)));
        eve.get("/api/v1/coding-mentions").body("items", not(empty()));
        eve.get(reviewed + "/items").body("items.coder", contains("ann"));
    }

    @Test
    void anItemThatSomebodyHasTakenKeepsTheCaseFromThemAlone() {
        var path = coded();
        var item = itemOf(begun("blind"));
        var bob = both("bob");
        var kim = both("kim");
        bob.get(path).statusCode(403);
        both("ann").post(item + "/take", "", Encounters.etag(kim, item)).statusCode(403);
        kim.post(item + "/take", "").statusCode(428);
        kim.post(item + "/take", "", Encounters.etag(kim, item))
                .statusCode(200)
                .body("takenBy", equalTo("kim"))
                .body("coded", nullValue());

        kim.get(path).statusCode(403).body("type", equalTo("https://superbill.org/problems/coding-case-blind"));
        bob.get(path).statusCode(200).body("codedBy", equalTo("ann"));
        var judgment = "{\"coding\":%s,\"reasons\":[]}".formatted(Encounters.FLU_SHOT);
        bob.post(item + "/judge", judgment, Encounters.etag(kim, item))
                .statusCode(403)
                .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        bob.post(item + "/take", "", Encounters.etag(kim, item)).statusCode(403);

        eve.post(item + "/take", "", Encounters.etag(eve, item)).statusCode(200); // who has not seen the case
        kim.get("/api/v1/coding-cases").statusCode(200).body("items.id", contains(idOf(path)));
        kim.post(item + "/take", "", Encounters.etag(eve, item)).statusCode(403); // a list shows it, too
        eve.get(path).statusCode(403);
        eve.post(item + "/judge", judgment, Encounters.etag(eve, item)).statusCode(200);
        eve.get(path).statusCode(200);
        eve.post(item + "/take", "", Encounters.etag(eve, item)).statusCode(409);
    }

    /** Each is found by its annotations, so that a new one is judged as well. */
    @Test
    void noOperationOnAnotherAuditsItemTellsIt() {
        coded();
        var review = begun("review");
        begun("blind");
        var item = review + "/items/" + ann.get(review + "/items").extract().path("items[0].id");
        var reason = "{\"reason\":\"to see it\"}";
        var bodies = Map.of(
                "judge",
                "{\"coding\":%s,\"reasons\":[]}".formatted(Encounters.FLU_SHOT),
                "rebut",
                reason,
                "decide",
                "{\"upheld\":true,\"reason\":\"to see it\"}",
                "corrective-action",
                "{\"action\":\"read\",\"dueOn\":\"2099-01-01\"}");
        var steps = Arrays.stream(AuditItemResource.class.getDeclaredMethods())
                .filter(operation -> operation.isAnnotationPresent(Path.class))
                .toList();
        assertThat(steps).hasSizeGreaterThan(10);
        for (var step : steps) {
            var path = step.getAnnotation(Path.class).value();
            assertThat(path).startsWith("{itemId}");
            var name = path.replaceFirst("\\{itemId}/?", "");
            var at = item + (name.isEmpty() ? "" : "/" + name);
            var answer = step.isAnnotationPresent(GET.class)
                    ? both("bob").get(at)
                    : both("bob").post(at, bodies.getOrDefault(name, ""), Encounters.etag(ann, item));
            answer.statusCode(403).body("type", equalTo("https://superbill.org/problems/coding-case-blind"));
        }
    }

    @Test
    void ofTwoBlindAuditsTheOneThatIsJudgedDoesNotTellTheOther() {
        coded();
        var items = List.of(itemOf(begun("blind")), itemOf(begun("blind")));
        var judgment = "{\"coding\":%s,\"reasons\":[]}".formatted(Encounters.FLU_SHOT.replace("Z23", "Z71.84"));
        eve.post(items.get(0) + "/judge", judgment, Encounters.etag(eve, items.get(0)))
                .statusCode(200)
                .body("status", equalTo("audited"))
                .body("coder", nullValue())
                .body("coded", nullValue())
                .body("scoreRight", nullValue())
                .body("errors", empty());
        eve.get(items.get(0)).statusCode(403);
        eve.post(items.get(1) + "/judge", judgment, Encounters.etag(eve, items.get(1)))
                .statusCode(200)
                .body("coder", equalTo("ann"));
        eve.get(items.get(0)).statusCode(200).body("errors[0].error.coded", equalTo("Z23"));
    }

    @Test
    void whoLeavesABlindItemToOthersDecidesElsewhereAndDoesNotJudgeIt() {
        coded();
        var reviewed = itemOf(begun("review"));
        var wrong = "{\"coding\":%s,\"reasons\":[]}".formatted(Encounters.FLU_SHOT.replace("Z23", "Z71.84"));
        eve.post(reviewed + "/judge", wrong, Encounters.etag(eve, reviewed)).statusCode(200);
        ann.post(reviewed + "/rebut", "{\"reason\":\"no\"}", Encounters.etag(ann, reviewed))
                .statusCode(200);
        var item = itemOf(begun("blind"));
        var bob = both("bob");
        bob.get(reviewed).statusCode(403);
        bob.post(item + "/take", "", Encounters.etag(bob, item)).statusCode(200);
        bob.post(item + "/recuse", "", Encounters.etag(bob, item))
                .statusCode(200)
                .body("takenBy", nullValue())
                .body("coded", nullValue());
        bob.post(reviewed + "/decide", "{\"upheld\":false,\"reason\":\"she is right\"}", Encounters.etag(bob, reviewed))
                .statusCode(200)
                .body("status", equalTo("agreed"));
        bob.post(reviewed + "/recuse", "", Encounters.etag(bob, reviewed)).statusCode(409);
        for (var step : List.of("/take", "/judge")) {
            bob.post(item + step, step.equals("/judge") ? wrong : "", Encounters.etag(bob, item))
                    .statusCode(403)
                    .body("type", equalTo("https://superbill.org/problems/coding-audit-not-yours"));
        }
        eve.get(reviewed).statusCode(403);
        eve.post(item + "/judge", wrong, Encounters.etag(eve, item)).statusCode(200);
    }

    @Test
    void whoLeadsAnAuditCancelsItAndItsCasesAreFree() {
        Policies.set(Api.as(organization, "admin"), policy -> policy.replace("\"percent\":0", "\"percent\":100"));
        var path = coded();
        var audit = begun("blind", "before-bill");
        ann.get(path).body("status", equalTo("in-audit"));
        eve.get(path).statusCode(403);
        var reason = "{\"reason\":\"drawn of the wrong days\"}";
        both("bob").post(audit + "/cancel", reason).statusCode(403);
        eve.post(audit + "/cancel", "{\"reason\":\" \"}").statusCode(400);
        eve.post(audit + "/cancel", reason)
                .statusCode(200)
                .body("cancelled.reason", equalTo("drawn of the wrong days"))
                .body("cancelled.cancelledBy", equalTo("eve"))
                .body("result.audited", equalTo(0));
        eve.get(audit + "/items").body("items.status", contains("cancelled"));
        eve.get(path).statusCode(200).body("status", equalTo("coded"));
        eve.post(audit + "/cancel", reason).statusCode(409);
        var again = begun("blind", "before-bill");
        Api.as(organization, "admin").post(again + "/cancel", reason).statusCode(200);
        Api.as(TestTokens.system(organization, "coding-audit:write", "coding-policy:write"))
                .post(begun("blind", "before-bill") + "/cancel", reason)
                .statusCode(200);
        var patient = UUID.fromString(eve.get(path).extract().path("patientId"));
        events().awaitRecord("audit-recorded", message -> {
            var record = EventJson.read(message.value(), AuditRecorded.class);
            return record.action().equals("cancelCodingAudit")
                    && audit.endsWith(String.valueOf(record.entityId()))
                    && List.of(patient).equals(record.patientIds());
        });
        eve.post(path + "/release", "{}", Encounters.etag(eve, path))
                .statusCode(200)
                .body("status", equalTo("released"));
    }

    private String itemOf(String audit) {
        return audit + "/items/" + eve.get(audit + "/items").extract().path("items[0].id");
    }

    private Api both(String subject) {
        return Api.as(TestTokens.ofUser(subject, organization, "coder", "coding-auditor"));
    }

    @Test
    void whoReadsASampleHasSeenNoneOfItsCases() {
        coded();
        var audit = begun("blind");
        var item = itemOf(audit);
        var kim = both("kim");
        var bob = both("bob");
        kim.post(item + "/take", "", Encounters.etag(kim, item)).statusCode(200);
        for (var sample : List.of(audit, begun("review"))) {
            bob.get(sample + "/sample").statusCode(200).body("stratum", contains(""));
        }
        bob.post(item + "/take", "", Encounters.etag(bob, item)).statusCode(200);
    }

    @Test
    void theWorklistDoesNotTellItEither() {
        var path = coded();
        begun("blind");
        ann.post(path + "/amend", "{\"reason\":\"laterality\"}", Encounters.etag(ann, path))
                .statusCode(200);
        ann.get("/api/v1/coding-worklist").body("items.id", contains(idOf(path)));
        eve.get("/api/v1/coding-worklist").statusCode(200).body("items", empty());
    }

    @Test
    void whoCodedTheCaseSeesItAndAReviewHidesNothing() {
        var path = coded();
        begun("review");
        eve.get(path).statusCode(200);
        begun("blind");
        Api.as(TestTokens.ofUser("ann", organization, "coder", "coding-auditor"))
                .get(path)
                .statusCode(200)
                .body("codedBy", equalTo("ann"));
        Api.as(TestTokens.ofUser("kim", organization, "coder", "coding-auditor"))
                .get(path)
                .statusCode(403);
        Api.as(organization, "compliance").get(path).statusCode(200);
        Api.as(TestTokens.system(organization, "coding-case:read")).get(path).statusCode(200);
        Api.as(TestTokens.system(organization, "coding-case:read", "coding-audit:write"))
                .get(path)
                .statusCode(403);
    }

    private String coded() {
        return coded(new Encounters(events(), organization).fluShot(ann));
    }

    private String coded(String path) {
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        return path;
    }

    private String begun(String method) {
        return begun(method, "after-bill");
    }

    private String begun(String method, String stage) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return eve.post("/api/v1/coding-audits", """
                        {"name":"test","stage":"%s","method":"%s","unit":"code",
                         "sampling":{"from":"%s","to":"%s","per":"coder","size":5,"seed":7}}""".formatted(stage, method, today.minusDays(1), today))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
