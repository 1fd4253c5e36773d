package org.superbill.billing.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestTokens;

/** One step for all claims that a condition names. */
@QuarkusTest
@BillingStack
class BulkActionTest extends ClaimJourney {
    @Test
    void aBulkActionDoesEachClaimListsWhatFailsAndIsRepeatedSafely() {
        var ready = practice.receivesClaim(practice.facts());
        var held = practice.receivesClaim(practice.facts());
        practice.acts(held, "hold", "{\"reason\":\"wait\"}", 200);
        var body = "{\"query\":{\"claimIds\":[\"%s\",\"%s\"]},\"action\":\"submit\"}".formatted(ready, held);
        var key = UUID.randomUUID().toString();
        var first = bulk(body, key, 202);
        assertThat(bulk(body, key, 202).getString("id")).isEqualTo(first.getString("id"));
        var id = first.getString("id");
        var done = await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims/bulk-actions/" + id), view -> view.getInt("waiting") == 0);
        assertThat(done.getInt("total")).isEqualTo(2);
        assertThat(done.getInt("done")).isEqualTo(1);
        assertThat(done.getInt("failed")).isEqualTo(1);
        var failures = practice.get("/api/v1/claims/bulk-actions/" + id + "/failures");
        assertThat(failures.getList("items.claimId")).isEqualTo(List.of(held));
        assertThat(failures.getString("items[0].problem")).isEqualTo("claim-step-not-allowed");
        practice.awaits(ready, "transport", "sent");
        assertThat(practice.get("/api/v1/claims/" + ready + "/history")
                        .getString("steps.find { it.step == 'queued' }.actor"))
                .isEqualTo("test-user");

        practice.acts(held, "release", "{\"reason\":\"go\"}", 200);
        given().auth()
                .oauth2(TestTokens.ofUser("other-user", practice.organization, "biller"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/api/v1/claims/bulk-actions/" + id + "/retry")
                .then()
                .statusCode(202);
        practice.awaits(held, "transport", "sent");
        assertThat(FakePayer.received(practice.organization)).hasSize(2);
        var again = await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.get("/api/v1/claims/bulk-actions/" + id), view -> view.getInt("failed") == 0);
        assertThat(again.getInt("done")).isEqualTo(2);
        assertThat(practice.get("/api/v1/claims/" + held + "/history")
                        .getString("steps.find { it.step == 'queued' }.actor"))
                .as("who had it tried again")
                .isEqualTo("other-user");
    }

    @Test
    void whoseClaimsAreFoundAndTriedAgainIsInTheTrail() {
        var held = practice.receivesClaim(practice.facts());
        practice.acts(held, "hold", "{\"reason\":\"wait\"}", 200);
        var patient = UUID.fromString(practice.claim(held).getString("patientId"));
        var action = "/api/v1/claims/bulk-actions/"
                + bulk(
                                "{\"query\":{\"transport\":\"held\"},\"action\":\"submit\"}",
                                UUID.randomUUID().toString(),
                                202)
                        .getString("id");
        assertThat(events.awaitPatients(practice.organization, "startBulkAction"))
                .containsExactly(patient);
        await().atMost(Duration.ofSeconds(60)).until(() -> practice.get(action).getInt("failed") == 1);
        practice.posts("biller", action + "/retry", "").then().statusCode(202);
        assertThat(events.awaitPatients(practice.organization, "retryBulkAction"))
                .containsExactly(patient);
    }

    private JsonPath bulk(String body, String key, int status) {
        return practice.request("biller")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/claims/bulk-actions")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    @Test
    void anIdThatIsNoClaimsIsListedAsFailed() {
        var unknown = UUID.randomUUID();
        var id = practice.posts(
                        "biller",
                        "/api/v1/claims/bulk-actions",
                        "{\"query\":{\"claimIds\":[\"%s\",\"%s\"]},\"action\":\"hold\",\"reason\":\"audit\"}"
                                .formatted(unknown, unknown))
                .then()
                .statusCode(202)
                .body("total", equalTo(1))
                .extract()
                .<String>path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> practice.get("/api/v1/claims/bulk-actions/" + id).getInt("failed") == 1);
        var failures = practice.get("/api/v1/claims/bulk-actions/" + id + "/failures");
        assertThat(failures.getList("items.claimId")).containsExactly(unknown.toString());
        assertThat(failures.getString("items[0].problem")).isEqualTo("claim-not-found");
    }

    @Test
    void aBulkActionNeedsAConditionAndAReasonAndKnowsItsFields() {
        assertThat(bulk(
                                "{\"query\":{},\"action\":\"submit\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/query");
        assertThat(bulk(
                                "{\"query\":{\"transport\":\"ready\"},\"action\":\"hold\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/reason");
        assertThat(bulk(
                                "{\"query\":{\"colour\":\"red\"},\"action\":\"submit\"}",
                                UUID.randomUUID().toString(),
                                400)
                        .getString("errors[0].pointer"))
                .isEqualTo("/query/colour");
    }

    @Test
    void bulkActionsAreTheOrganizationsOwnAndNeedTheBiller() {
        var id = bulk(
                        "{\"query\":{\"transport\":\"ready\"},\"action\":\"submit\"}",
                        UUID.randomUUID().toString(),
                        202)
                .getString("id");
        new Practice(events)
                .request("biller")
                .get("/api/v1/claims/bulk-actions/" + id)
                .then()
                .statusCode(404);
        practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"query\":{\"transport\":\"ready\"},\"action\":\"submit\"}")
                .post("/api/v1/claims/bulk-actions")
                .then()
                .statusCode(403);
    }
}
