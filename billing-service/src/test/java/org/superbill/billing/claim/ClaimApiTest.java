package org.superbill.billing.claim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

/** The claim at the API: what a biller may do, and every bad call: a clear answer, nothing changed. */
@QuarkusTest
@BillingStack
class ClaimApiTest {
    private TestEvents events;
    private Practice practice;
    private String claimId;

    @BeforeEach
    void aClaimWasBuilt() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = practice.receivesClaim(practice.facts());
    }

    @AfterEach
    void close() {
        events.close();
    }

    private Response submit(String token, String etag, String key, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        if (!etag.isEmpty()) {
            request.header("If-Match", etag);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/v1/claims/" + claimId + "/submit");
    }

    private String biller() {
        return TestTokens.of(practice.organization, "biller");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void assertRefused(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("https://superbill.org/problems/" + problem));
        assertThat(practice.claim(claimId).getString("transport")).isEqualTo("ready");
        assertThat(FakePayer.received(practice.organization)).isEmpty();
    }

    @Test
    void aStaleRevisionIsRefused() {
        assertRefused(submit(biller(), "\"999\"", key(), "{}"), 412, "stale");
    }

    @Test
    void aMissingRevisionIsRefused() {
        assertRefused(submit(biller(), "", key(), "{}"), 428, "if-match-missing");
    }

    @Test
    void aMissingKeyIsRefused() {
        assertRefused(submit(biller(), practice.etag(claimId), "", "{}"), 400, "idempotency-key-missing");
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() {
        var answer = submit(biller(), practice.etag(claimId), key(), "{\"priority\":\"high\"}");
        assertRefused(answer, 400, "validation-failed");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/priority");
    }

    @Test
    void aClearinghouseNumberThatX12CannotCarryIsRefused() {
        var answer = submit(biller(), practice.etag(claimId), key(), "{\"clearinghouseClaimNumber\":\"A*B\"}");
        assertRefused(answer, 400, "validation-failed");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/clearinghouseClaimNumber");
    }

    @Test
    void aWrongTypeIsRefused() {
        var answer = submit(biller(), practice.etag(claimId), key(), "{\"clearinghouseClaimNumber\":{}}");
        assertRefused(answer, 400, "validation-failed");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/clearinghouseClaimNumber");
    }

    @Test
    void whoMayNotSubmitIsRefused() {
        assertRefused(
                submit(TestTokens.of(practice.organization, "coder"), practice.etag(claimId), key(), "{}"),
                403,
                "forbidden");
        assertRefused(
                submit(TestTokens.of(practice.organization, "poster"), practice.etag(claimId), key(), "{}"),
                403,
                "forbidden");
    }

    @Test
    void anExpiredTokenIsRefused() {
        var expired = TestTokens.sign(TestTokens.claims("biller", "biller")
                .claim("organization", practice.organization.toString())
                .expiresIn(Duration.ofHours(-1)));
        assertRefused(submit(expired, practice.etag(claimId), key(), "{}"), 401, "unauthenticated");
    }

    @Test
    void anotherOrganizationsClaimIsNotThere() {
        assertRefused(
                submit(TestTokens.of(UUID.randomUUID(), "biller"), practice.etag(claimId), key(), "{}"),
                404,
                "claim-not-found");
    }

    @Test
    void aTokenWithoutOrganizationIsRefused() {
        assertRefused(submit(TestTokens.platformAdmin(), practice.etag(claimId), key(), "{}"), 403, "forbidden");
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        for (var query : new String[] {"transport=flying", "adjudication=flying", "transport=EDITS_FAILED"}) {
            var answer = practice.request("biller").get("/api/v1/claims?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer"))
                    .isEqualTo("?" + query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void theSameKeyAgainGivesTheFirstAnswerAndSendsOnce() {
        var key = key();
        var etag = practice.etag(claimId);
        var first = submit(biller(), etag, key, "{}");
        var again = submit(biller(), etag, key, "{}");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        practice.awaits(claimId, "transport", "sent");
        assertThat(FakePayer.received(practice.organization)).hasSize(1);
        submit(biller(), practice.etag(claimId), key(), "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/claim-step-not-allowed"));
    }

    @Test
    void aClaimThatFailsItsEditsSaysWhatToFix() {
        var facts = practice.facts().memberId("A");
        var id = practice.receivesClaim(facts);
        assertThat(practice.claim(id).getString("transport")).isEqualTo("edits-failed");
        var answer = practice.submits(id);
        assertThat(answer.getString("transport")).isEqualTo("edits-failed");
        assertThat(answer.getString("findings[0].rule")).isEqualTo("member-id");
        assertThat(answer.getString("findings[0].pointer")).isEqualTo("/coverage/memberId");
        assertThat(answer.getString("findings[0].severity")).isEqualTo("error");
    }

    @Test
    void aHeldClaimIsNotSubmittedUntilItIsReleased() {
        practice.acts(claimId, "hold", "{\"reason\":\"waits for a form\"}", 200);
        practice.acts(claimId, "submit", "{}", 409);
        assertThat(practice.acts(claimId, "release", "{\"reason\":\"it came\"}", 200)
                        .getString("transport"))
                .isEqualTo("ready");
        practice.sends(claimId);
    }

    @Test
    void aHoldNeedsItsReason() {
        var answer = practice.post("/api/v1/claims/" + claimId + "/hold", "{}", practice.etag(claimId));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/reason");
    }

    @Test
    void listsPageWithoutLosingOrRepeating() {
        var second = practice.receivesClaim(practice.facts());
        var first = practice.get("/api/v1/claims?limit=1");
        assertThat(first.getList("items.id")).containsExactly(claimId);
        var next = practice.get("/api/v1/claims?limit=1&cursor=" + first.getString("nextCursor"));
        assertThat(next.getList("items.id")).containsExactly(second);
        assertThat(next.getString("nextCursor")).isNull();
        assertThat(practice.get("/api/v1/claims?transport=ready&adjudication=none")
                        .getList("items"))
                .hasSize(2);
        assertThat(practice.get("/api/v1/claims?transport=sent").getList("items"))
                .isEmpty();
    }

    @Test
    void aListDoesNotSayWhatWasPaidOfALine() {
        var line = practice.get("/api/v1/claims").getMap("items[0].lines[0]");
        assertThat(line).containsKey("chargeCents").doesNotContainKeys("paidCents", "denied");
        assertThat(practice.claim(claimId).getMap("lines[0]"))
                .containsEntry("paidCents", 0)
                .containsEntry("denied", false);
    }

    @Test
    void aClaimSaysOfWhichCoverageItsVersionWasBuilt() {
        var facts = practice.facts();
        var coverage = practice.claim(practice.receivesClaim(facts)).getMap("coverage");
        assertThat(coverage)
                .containsEntry("id", facts.coverage.coverageId().toString())
                .containsEntry("sequence", 1)
                .containsEntry("memberId", "W123456789");
    }

    @Test
    void theFileOfAVersionThatWasNotWrittenIsNotTold() {
        for (var query : new String[] {"", "?version=1", "?version=2"}) {
            practice.request("biller")
                    .get("/api/v1/claims/" + claimId + "/x12" + query)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("https://superbill.org/problems/claim-step-not-allowed"));
        }
    }

    @Test
    void theEditRulesAreToldToWhoMayReadClaims() {
        assertThat(practice.get("/api/v1/edit-rules").getList("items.id")).contains("member-id", "coverage-in-effect");
    }
}
