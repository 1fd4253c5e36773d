package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;

/** A payer asks for what it has paid too much on paper; everything is zero again when its remittance says that it has come. */
@QuarkusTest
@BillingStack
class RefundTest extends OfAnOverpaidClaim {
    @Test
    void whatIsSentBackIsAcknowledgedByThePayersRemittance() {
        var refund = requested();
        assertThat(practice.account("refunds-payable")).isZero();
        acted("billing-manager", refund, "approve", WHY);
        assertThat(practice.account("refunds-payable")).isEqualTo(-10_00);
        assertThat(practice.account("insurance-receivable")).isEqualTo(10_00);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.get("/api/v1/expected-payments").getList("items.amountCents"))
                .contains(-10_00);

        var correction = practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .with("PLB*1234567893*20261231*72:PCN1*-10")
                .paying("0")
                .text());
        assertThat(correction.getString("outcomes[0].result")).isEqualTo("posted");
        assertThat(practice.get("/api/v1/refunds/" + refund).getString("state")).isEqualTo("acknowledged");
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.account("cash")).isEqualTo(175_00);
    }

    @Test
    void whatWasApprovedAndWithdrawnIsReversed() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        acted("poster", refund, "withdraw", WHY);
        assertThat(practice.account("refunds-payable")).isZero();
        assertThat(practice.account("insurance-receivable")).isZero();
        assertThat(acts("billing-manager", refund, "approve", WHY).statusCode()).isEqualTo(409);
    }

    @Test
    void aLetterThatComesTwiceIsAnsweredOnce() {
        var first = requested();
        var letter = """
                {"claimId":"%s","to":"payer","amountCents":1000,"payerReference":"%s","reason":"Paid above the contract","requestedOn":"2026-04-08"}""";
        var again = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-77"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("type")).endsWith("/refund-duplicate");
        assertThat(practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-78"))
                        .statusCode())
                .isEqualTo(201);
        acted("billing-manager", first, "withdraw", WHY);
        assertThat(practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, "L-77"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void whatComesBackIsOwedStillAndCanBeSentAgain() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        assertThat(running(refund)).isNull();
        acted("poster", refund, "return", "{\"reason\":\"The check was stopped\"}");
        assertThat(practice.get("/api/v1/refunds/" + refund).getString("state")).isEqualTo("approved");
        assertThat(running(refund)).isEqualTo("2026-05-01");
        assertThat(practice.account("refunds-payable")).isEqualTo(-10_00);
        assertThat(practice.account("cash")).isEqualTo(185_00);
        assertThat(practice.get("/api/v1/expected-payments").getList("items.amountCents"))
                .doesNotContain(-10_00);
        assertThat(acts("poster", refund, "return", WHY).statusCode()).isEqualTo(409);
        acted("poster", refund, "pay", "{\"checkNumber\":\"20418\",\"paidOn\":\"2026-04-20\"}");
        assertThat(practice.get("/api/v1/expected-payments").getList("items.traceNumber"))
                .contains("20418")
                .doesNotContain("20417");
        assertThat(practice.account("cash")).isEqualTo(175_00);
    }

    @Test
    void aPostingIsNotUndoneUnderARefundThatIsApproved() {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        var remittance = practice.get("/api/v1/remittances").getString("items[0].id");
        assertThat(undoes(remittance).jsonPath().getString("detail"))
                .isEqualTo(
                        "A refund of 10.00 is approved for claim %s: it has to be withdrawn first".formatted(claimId));
        acted("poster", refund, "pay", "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}");
        undoes(remittance).then().statusCode(200);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history")
                        .getList("steps.detail")
                        .toString())
                .contains("was undone; a refund of 10.00 has left for it");
        assertThat(practice.account("insurance-receivable")).isEqualTo(185_00);
    }

    private Response undoes(String remittance) {
        return practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("biller")
                                .get("/api/v1/remittances/" + remittance)
                                .header("ETag"))
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/remittances/" + remittance + "/undo");
    }

    @Test
    void whoMayNotStaleUnknownAndAnotherOrganizationAreRefused() {
        var refund = requested();
        assertThat(acts("poster", refund, "approve", WHY).statusCode()).isEqualTo(403);
        var stale = practice.request("billing-manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(WHY)
                .post("/api/v1/refunds/" + refund + "/approve");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(acts("billing-manager", refund, "approve", "{\"why\":\"x\"}").statusCode())
                .isEqualTo(400);
        assertThat(new Practice(events)
                        .request("poster")
                        .get("/api/v1/refunds/" + refund)
                        .statusCode())
                .isEqualTo(404);
        assertThat(practice.account("refunds-payable")).isZero();
    }
}
