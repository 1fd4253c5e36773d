package org.superbill.coding.codingaudit;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Encounters;
import org.superbill.coding.Policies;
import org.superbill.coding.WithEvents;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;

/** Errors that an audit has upheld after the bill are somebody's to amend. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class AuditTasksApiTest extends WithEvents {
    private static final String TASKS = "/api/v1/coding-worklist/tasks";
    private static final String WRONG =
            "{\"coding\":%s}".formatted(Encounters.FLU_SHOT).replace("Z23", "Z71.84");

    private final UUID organization = UUID.randomUUID();
    private final Api ann = Api.as(TestTokens.ofUser("ann", organization, "coder"));
    private final Api bob = Api.as(TestTokens.ofUser("bob", organization, "coder"));
    private final Api eve = Api.as(TestTokens.ofUser("eve", organization, "coding-auditor"));

    @BeforeEach
    void procedures() {
        Encounters.loadProcedures(organization);
    }

    @Test
    void theCoderHasATaskUntilTheCaseIsAmended() {
        var path = coded();
        var item = judged();
        ann.get(TASKS).body("items", empty());
        ann.post(item + "/accept", "", Encounters.etag(ann, item)).statusCode(200);
        ann.get(TASKS + "?assignedTo=me&kind=audit-error")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].caseId", equalTo(path.substring(path.lastIndexOf('/') + 1)))
                .body("items[0].auditItemId", equalTo(item.substring(item.lastIndexOf('/') + 1)))
                .body("items[0].raisedBy", equalTo("eve"))
                .body("items[0].dueOn", equalTo(today().plusDays(7).toString()));
        clocks.moveTo(clock.instant().plus(Duration.ofDays(7)));
        ann.get(TASKS + "?overdue=true").body("items", empty());
        clocks.moveTo(clock.instant().plus(Duration.ofDays(1)));
        ann.get(TASKS + "?overdue=true").body("items[0].daysOverdue", is(1));
        bob.post(path + "/amend", "{\"reason\":\"after the audit\"}", Encounters.etag(bob, path))
                .statusCode(200);
        ann.get(TASKS).body("items", hasSize(1)); // which is not amended before it is released
        bob.post(path + "/finalize", "{}", Encounters.etag(bob, path)).statusCode(200);
        ann.get(TASKS).body("items", hasSize(1)); // the error is there still
        bob.post(path + "/amend", "{\"reason\":\"after the audit\"}", Encounters.etag(bob, path))
                .statusCode(200);
        bob.put(path + "/coding", Encounters.FLU_SHOT.replace("Z23", "Z71.84"), Encounters.etag(bob, path))
                .statusCode(200);
        bob.post(path + "/finalize", "{}", Encounters.etag(bob, path)).statusCode(200);
        ann.get(TASKS).body("items", empty());
        ann.get(TASKS + "?closed=true")
                .body("items[0].outcome", equalTo("amended"))
                .body("items[0].closedBy", equalTo("bob"));
    }

    @Test
    void whereThePolicySaysSoWhoLeadsTheAuditHasItAndMayDecideOtherwise() {
        Policies.set(
                Api.as(organization, "admin"),
                policy -> policy.replace("\"byAuditLead\":false", "\"byAuditLead\":true")
                        .replace("{\"dueDays\":7", "{\"dueDays\":0"));
        coded();
        var item = judged();
        ann.post(item + "/accept", "", Encounters.etag(ann, item)).statusCode(200);
        ann.get(TASKS + "?assignedTo=me").body("items", empty());
        String task = eve.get(TASKS + "?assignedTo=me")
                .body("items[0].dueOn", equalTo(today().toString()))
                .extract()
                .path("items[0].id");
        var dismiss = TASKS + "/" + task + "/dismiss";
        ann.post(dismiss, "{\"reason\":\"no\"}").statusCode(403);
        eve.post(dismiss, "{\"reason\":\"amended after the denial\"}")
                .statusCode(200)
                .body("outcome", equalTo("dismissed"))
                .body("reason", equalTo("amended after the denial"));
        eve.post(dismiss, "{\"reason\":\"again\"}")
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/coding-task-step-not-allowed"));
        eve.post(TASKS + "/" + UUID.randomUUID() + "/dismiss", "{\"reason\":\"none\"}")
                .statusCode(404);
        Api.as(TestTokens.ofUser("eve", UUID.randomUUID(), "coding-auditor"))
                .get(TASKS + "?closed=true")
                .body("items", empty());
    }

    @Test
    void aCaseThatNoCoderHasSeenIsForWhoLeadsTheAudit() {
        Policies.set(
                Api.as(organization, "admin"),
                policy -> policy.replace("\"passThrough\":{\"enabled\":false", "\"passThrough\":{\"enabled\":true"));
        var path = new Encounters(events(), organization).codedByClinician(ann, "Z23");
        ann.get(path).body("status", equalTo("released")).body("passedThrough", is(true));
        var item = judged();
        clocks.moveTo(clock.instant().plus(Duration.ofDays(15)));
        eve.post(item + "/decide", "{\"upheld\":true,\"reason\":\"nothing was said\"}", Encounters.etag(eve, item))
                .statusCode(200);
        eve.get(TASKS + "?assignedTo=me").body("items", hasSize(1));
    }

    private String coded() {
        var path = new Encounters(events(), organization).fluShot(ann);
        ann.put(path + "/coding", Encounters.FLU_SHOT, Encounters.etag(ann, path))
                .statusCode(200);
        ann.post(path + "/finalize", "{}", Encounters.etag(ann, path)).statusCode(200);
        return path;
    }

    /** The item of the one case, whose diagnosis eve has found wrong. */
    private String judged() {
        var audit = eve.post("/api/v1/coding-audits", """
                        {"name":"test","stage":"after-bill","method":"review","unit":"code",
                         "sampling":{"from":"%s","to":"%s","per":"all","size":5}}""".formatted(today().minusDays(1), today()))
                .statusCode(201)
                .extract()
                .header("Location");
        var item = audit + "/items/"
                + eve.get(audit + "/items").statusCode(200).extract().jsonPath().getString("items[0].id");
        eve.post(item + "/judge", WRONG, Encounters.etag(eve, item)).statusCode(200);
        return item;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
