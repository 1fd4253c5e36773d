package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;

/** Who may set a payment aside that is no money, what is kept of that, and what it is not any more. */
@QuarkusTest
@BillingStack
class DiscardedPaymentTest extends OfASentClaim {
    private final String trace = "T" + UUID.randomUUID().toString().substring(0, 8);

    private PayerFiles.Remittance paid(String contractual) {
        return PayerFiles.remittance(trace)
                .claim(number, "1", "175", "140", "0", "PCN1")
                .patient()
                .with("CAS*CO*45*" + contractual);
    }

    private String receives(PayerFiles.Remittance payment, String result) {
        var file = practice.receives(payment.text());
        assertThat(file.getString("outcomes[0].result")).isEqualTo(result);
        return file.getString("outcomes[0].id");
    }

    private static Response acts(Practice practice, String role, String id, String action, int revision) {
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"%d\"".formatted(revision))
                .contentType("application/json")
                .body("{\"reason\":\"The payer has sent it in error\"}")
                .post("/api/v1/remittances/" + id + "/" + action);
    }

    private Response discards(String role, String id, int revision) {
        return acts(practice, role, id, "discard", revision);
    }

    private String state(String id) {
        return practice.get("/api/v1/remittances/" + id).getString("state");
    }

    @Test
    void whoHasDiscardedItAndWhyIsKept() {
        var id = receives(paid("34"), "quarantined");
        var answer = discards("poster", id, 0);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var remittance = practice.get("/api/v1/remittances/" + id);
        assertThat(remittance.getString("state")).isEqualTo("discarded");
        assertThat(remittance.getString("decision.by")).isNotBlank();
        assertThat(remittance.getString("decision.at")).isNotBlank();
        assertThat(remittance.getString("decision.reason")).isEqualTo("The payer has sent it in error");
        assertThat(practice.get("/api/v1/deadlines?kind=remittance&subjectId=" + id)
                        .getList("items.state"))
                .containsExactly("met");
        assertThat(practice.account("cash")).isZero();
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("none");
        events.awaitRecord(
                "audit-recorded",
                message -> new String(message.value()).contains("discardRemittance")
                        && new String(message.value()).contains(id));
    }

    @Test
    void theSoundFormOfWhatWasDiscardedIsPosted() {
        discards("poster", receives(paid("34"), "quarantined"), 0).then().statusCode(200);
        receives(paid("35"), "posted");
        assertThat(practice.account("cash")).isEqualTo(140_00);
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-desk", "coder", "clinician", "biller", "compliance"})
    void whoMayNotPostMayNotDiscard(String role) {
        var id = receives(paid("34"), "quarantined");
        assertThat(discards(role, id, 0).statusCode()).isEqualTo(403);
        assertThat(state(id)).isEqualTo("quarantined");
    }

    @Test
    void nothingIsDiscardedTwiceNorPostedAfterwards() {
        var id = receives(paid("34"), "quarantined");
        discards("poster", id, 0).then().statusCode(200);
        assertThat(discards("poster", id, 0).statusCode()).isEqualTo(412);
        var again = discards("poster", id, 1);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("detail")).isEqualTo("The remittance is discarded");
        for (var action : new String[] {"post-unapplied", "accept", "undo"}) {
            assertThat(acts(practice, "poster", id, action, 1).statusCode())
                    .as(action)
                    .isEqualTo(409);
        }
        assertThat(practice.account("cash")).isZero();
    }

    @Test
    void whatIsPostedIsUndoneAndNotDiscarded() {
        var id = receives(paid("35"), "posted");
        assertThat(discards("poster", id, 0).statusCode()).isEqualTo(409);
        assertThat(practice.account("cash")).isEqualTo(140_00);
    }

    @Test
    void anotherOrganizationsPaymentIsNotThere() {
        var id = receives(paid("34"), "quarantined");
        assertThat(acts(new Practice(events), "poster", id, "discard", 0).statusCode())
                .isEqualTo(404);
        assertThat(state(id)).isEqualTo("quarantined");
    }
}
