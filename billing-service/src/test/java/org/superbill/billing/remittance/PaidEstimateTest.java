package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.stack.LocalPostgres;

/** CLP02 25 is "predetermination pricing only - no payment": one that pays all the same has its money in the books, and a person asks what it is. */
@QuarkusTest
@BillingStack
class PaidEstimateTest extends OfASentClaim {
    LocalPostgres postgres;

    private String remittance;

    private void estimate(String paid, String contractual) {
        remittance = practice.receives(PayerFiles.remittance("E" + number)
                        .claim(number, "25", "175", paid, "0", "PCN1")
                        .patient()
                        .line("99213", "150", paid, number + "L1", "CO*45*" + contractual)
                        .line("87070", "25", "0", number + "L2", "OA*101*25")
                        .text())
                .getString("outcomes[0].id");
    }

    @Test
    void itsMoneyIsUnappliedAndTheClaimIsTheBillersToAsk() {
        estimate("120", "30");
        assertThat(practice.account("cash")).isEqualTo(120_00);
        assertThat(practice.account("unapplied-cash")).isEqualTo(-120_00);
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.get("/api/v1/remittances/" + remittance).getString("explanation"))
                .isEqualTo("Posted; the money of 1 estimates (CLP02 25), which pay nothing, is unapplied");
        var claim = practice.claim(claimId);
        assertThat(claim.getString("adjudication")).isEqualTo("needs-review");
        assertThat(claim.getString("owner.role")).isEqualTo("biller");
        assertThat(claim.getString("owner.due")).isNotNull();
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.detail", String.class))
                .anyMatch(detail ->
                        detail != null && detail.contains("an estimate (CLP02 25), which is no payment, pays 120.00"));
        var waiting = practice.get("/api/v1/unapplied-claims");
        assertThat(waiting.getList("items.claimId")).containsExactly(claimId);
    }

    @Test
    void theRuleLeavesItToAPersonAndWhatThePersonSaysIsPostedAsAnyPayment() {
        estimate("120", "30");
        var looked = practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/unapplied-claims/search")
                .jsonPath();
        assertThat(looked.getInt("lookedAt")).isEqualTo(1);
        assertThat(looked.getInt("matched")).isZero();
        practice.request("poster")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header(
                        "If-Match",
                        practice.request("poster")
                                .get("/api/v1/remittances/" + remittance)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"claimId\":\"%s\",\"reason\":\"The payer says it is the payment\"}".formatted(claimId))
                .post("/api/v1/remittances/" + remittance + "/claims/1/match")
                .then()
                .statusCode(200);
        assertThat(practice.account("unapplied-cash")).isZero();
        assertThat(practice.account("cash")).isEqualTo(120_00);
        assertThat(practice.account("contractual-adjustment")).isEqualTo(30_00);
        assertThat(practice.account("insurance-receivable")).isEqualTo(25_00); // 175 - 120 - 30: OA-101 moves nothing
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("partially-paid");
        practice.receives(PayerFiles.remittance("R" + number) // which a reversal takes back like any
                .claim(number, "22", "-175", "-120", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-120", number + "L1", "CO*45*-30")
                .line("87070", "-25", "0", number + "L2", "OA*101*-25")
                .text());
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.account("cash")).isZero();
    }

    @Test
    void anEstimateThatPaysNothingMovesNothing() {
        estimate("0", "150");
        assertThat(practice.account("insurance-receivable")).isEqualTo(175_00);
        assertThat(practice.claim(claimId).getString("adjudication")).isEqualTo("predetermination");
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items")).isEmpty();
    }

    @Test
    void oneThatWasPostedBeforeItsCashWasBookedIsNamedForWhatItIs() throws SQLException {
        estimate("0", "150");
        var change = "update %s set %s = %d where %s = '%s'";
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute(change.formatted("remittance", "payment_cents", 120_00, "id", remittance));
            statement.execute(change.formatted("remittance_claim", "paid_cents", 120_00, "remittance_id", remittance));
            assertThat(practice.get("/api/v1/ledger/verification")
                            .getList("checks.find { it.rule == 'records-agree' }.findings.explanation", String.class))
                    .singleElement()
                    .asString()
                    .endsWith(
                            "pays 12000, and has 0 of cash in the books: an estimate (CLP02 25) of it pays 12000, which was not booked");
            statement.execute(change.formatted("remittance", "payment_cents", 0, "id", remittance));
            statement.execute(change.formatted("remittance_claim", "paid_cents", 0, "remittance_id", remittance));
        }
    }
}
