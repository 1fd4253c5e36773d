package org.superbill.coding.codingaudit;

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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.WithEvents;
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
        var review = begun("review");
        var audit = begun("blind");
        var item = audit + "/items/" + eve.get(audit + "/items").extract().path("items[0].id");
        var reviewed = review + "/items/" + ann.get(review + "/items").extract().path("items[0].id");
        var bob = both("bob");
        var kim = both("kim");
        bob.get(path).statusCode(403);
        bob.post(reviewed + "/take", "", Encounters.etag(ann, reviewed)).statusCode(409);
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

    private Api both(String subject) {
        return Api.as(TestTokens.ofUser(subject, organization, "coder", "coding-auditor"));
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
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return eve.post("/api/v1/coding-audits", """
                        {"name":"test","stage":"after-bill","method":"%s","unit":"code",
                         "sampling":{"from":"%s","to":"%s","per":"all","size":5,"seed":7}}""".formatted(method, today.minusDays(1), today))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
