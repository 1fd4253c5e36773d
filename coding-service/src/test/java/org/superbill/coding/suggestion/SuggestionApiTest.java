package org.superbill.coding.suggestion;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.Policies;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class SuggestionApiTest extends WithSuggestions {
    @Test
    void aCasesNotesAreReadAndAPersonDecides() {
        var path = aCaseOfTheNote() + "/suggestions";
        var suggested = CODER.post(path, REQUEST)
                .statusCode(200)
                .body("release", equalTo("2026"))
                .body("suggestions.proposed.code", hasItem("J44.1"))
                .body(
                        "suggestions.find { it.proposed.code == 'J44.1' }.proposed.evidence[0].text",
                        equalTo("COPD with acute exacerbation"))
                .body("suggestions.find { it.proposed.code == 'J44.1' }.status", equalTo("proposed"))
                .body("abstentions.code", hasItem("C34.9"))
                .extract();
        String id = suggested.path("suggestions.find { it.proposed.code == 'J44.1' }.id");

        CODER.get(path)
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.proposed.evidence[0].text", nullValue());
        CODER.post(path + "/" + id + "/accept", "{}", "\"0\"")
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("decidedBy", equalTo("coder"))
                .body("revision", equalTo(1));
        CODER.post(path + "/" + id + "/accept", "{}", "\"1\"").statusCode(409);
        CODER.get("/api/v1/code-suggestions/feedback")
                .statusCode(200)
                .body("find { it.code == 'J44.1' }.accepted", greaterThan(0));
    }

    @Test
    void belowTheOrganizationsThresholdItAbstains() {
        var careful = UUID.randomUUID();
        Policies.set(
                Api.as(careful, "admin"),
                policy -> policy.replace("\"suggestionConfidence\":0.75", "\"suggestionConfidence\":1"));
        Api.as(careful, "coder")
                .post("/api/v1/code-suggestions", REQUEST)
                .statusCode(200)
                .body("threshold", equalTo(1.0f))
                .body("abstentions.code", hasItem("J44.1"));
    }

    @Test
    void askingAgainReplacesWhatNobodyDecidedOn() {
        var path = aCase() + "/suggestions";
        CODER.post(path, REQUEST).statusCode(200);
        int first = CODER.get(path).extract().path("items.size()");

        CODER.post(path, REQUEST).statusCode(200);

        CODER.get(path).statusCode(200).body("items", hasSize(first));
    }

    @Test
    void aRejectionNeedsAReasonAndTheRevision() {
        var path = aCase() + "/suggestions";
        String id = CODER.post(path, REQUEST).extract().path("suggestions[0].id");

        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"\"}", "\"0\"").statusCode(400);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}", "\"7\"")
                .statusCode(412);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}").statusCode(428);
        CODER.post(path + "/" + id + "/reject", "{\"reason\":\"not today\"}", "\"0\"")
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("not today"));
    }

    @Test
    void anotherOrganizationSeesNeitherCaseNorWhatWasLearned() {
        var path = aCase() + "/suggestions";
        String id = CODER.post(path, REQUEST).extract().path("suggestions[0].id");
        var stranger = Api.as(STRANGERS, "coder");

        stranger.post(path, REQUEST).statusCode(404);
        stranger.get(path).statusCode(404);
        stranger.post(path + "/" + id + "/accept", "{}", "\"0\"").statusCode(404);
        stranger.get("/api/v1/code-suggestions/feedback").statusCode(200).body("", empty());
    }

    @Test
    void onlyWhoCodesMayAskForACase() {
        var path = aCase() + "/suggestions";

        Api.as(ORGANIZATION, "biller").post(path, REQUEST).statusCode(403);
        Api.as(ORGANIZATION, "front-desk")
                .post("/api/v1/code-suggestions", REQUEST)
                .statusCode(403);
    }

    @Test
    void anUnknownFieldAndAnUnknownSettingAreRefused() {
        CODER.post("/api/v1/code-suggestions", REQUEST.replace("\"setting\"", "\"place\":1,\"setting\""))
                .statusCode(400);
        CODER.post("/api/v1/code-suggestions", REQUEST.replace("office", "moon"))
                .statusCode(400);
        CODER.post("/api/v1/code-suggestions", "{\"setting\":\"office\",\"notes\":[]}")
                .statusCode(400);
    }
}
