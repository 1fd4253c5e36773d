package org.superbill.billing.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.stack.LocalPostgres;

/**
 * A person may accept a payment that does not fit its claim; what it says is not posted a second time all the same. The claim of 175.00 is paid 125.00, of which 30.00 are written off and 20.00 are the patient's.
 */
@QuarkusTest
@BillingStack
class SecondPaymentTest extends OfASentClaim {
    @Inject
    PostedClaims posted;

    @Inject
    Tenancy tenancy;

    LocalPostgres postgres;

    private static PayerFiles.Remittance remittance() {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8));
    }

    private PayerFiles.Remittance paid(PayerFiles.Remittance remittance) {
        return remittance
                .claim(number, "1", "175", "125", "20", "PCN1")
                .patient()
                .line("99213", "150", "105", number + "L1", "CO*45*25", "PR*3*20")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private PayerFiles.Remittance reversed(PayerFiles.Remittance remittance) {
        return remittance
                .claim(number, "22", "-175", "-125", "-20", "PCN1")
                .patient()
                .line("99213", "-150", "-105", number + "L1", "CO*45*-25", "PR*3*-20")
                .line("87070", "-25", "-20", number + "L2", "CO*45*-5")
                .providerAdjustment("FB", "-125");
    }

    /** 120.00, of which 35.00 are written off and 20.00 are the patient's. */
    private PayerFiles.Remittance corrected(PayerFiles.Remittance remittance) {
        return remittance
                .claim(number, "1", "175", "120", "20", "PCN1")
                .patient()
                .line("99213", "150", "100", number + "L1", "CO*45*30", "PR*3*20")
                .line("87070", "25", "20", number + "L2", "CO*45*5");
    }

    private String receives(PayerFiles.Remittance payment, String result) {
        var outcome = practice.receives(payment.text());
        assertThat(outcome.getString("outcomes[0].result")).isEqualTo(result);
        return outcome.getString("outcomes[0].id");
    }

    private Response acts(String role, String remittance, String action, String body) {
        var path = "/api/v1/remittances/" + remittance;
        return practice.request(role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", practice.request("poster").get(path).header("ETag"))
                .contentType("application/json")
                .body(body)
                .post(path + "/" + action);
    }

    private void accepted(String remittance) {
        acts("poster", remittance, "accept", "{\"reason\":\"The bank shows it\"}")
                .then()
                .statusCode(200);
    }

    private void assertBooks(long cash, long contractual, long patient, long insurance, long unapplied) {
        assertThat(List.of(
                        practice.account("cash"),
                        practice.account("contractual-adjustment"),
                        practice.account("patient-receivable"),
                        practice.account("insurance-receivable"),
                        practice.account("unapplied-cash")))
                .isEqualTo(List.of(cash, contractual, patient, insurance, unapplied));
    }

    private String adjudication() {
        return practice.claim(claimId).getString("adjudication");
    }

    private String paidTwice() {
        receives(paid(remittance()), "posted");
        var second = receives(paid(remittance()), "waiting");
        accepted(second);
        return second;
    }

    @Test
    void theCashOfASecondPaymentIsThePayersCreditAndNothingElseIsPosted() {
        var second = paidTwice();
        assertBooks(250_00, 30_00, 20_00, -125_00, 0);
        assertThat(adjudication()).isEqualTo("paid");
        var remittance = practice.get("/api/v1/remittances/" + second);
        assertThat(remittance.getString("explanation")).contains("1 claims had been paid before");
        assertThat(remittance.getString("claims[0].posting")).isEqualTo("second-payment");
        assertThat(practice.get("/api/v1/credit-balances").getLong("items[0].credits[0].creditCents"))
                .isEqualTo(125_00);
        assertThat(practice.get("/api/v1/deadlines?kind=credit-balance&state=open&subjectId=" + claimId)
                        .getList("items"))
                .hasSize(1);
        assertThat(practice.get("/api/v1/claims/" + claimId + "/history").getList("steps.detail", String.class))
                .anyMatch(detail -> detail != null && detail.contains("a second time, 125.00"));
    }

    /** The secondary is told 125.00, and not 125.00 twice. */
    @Test
    void theNextPayerIsNotToldASecondPayment() {
        paidTwice();
        assertThat(tenancy.as(practice.organization, () -> posted.of(UUID.fromString(claimId))))
                .extracting(claim -> claim.paid().value())
                .containsExactly(125_00L);
        receives(reversed(remittance()), "posted"); // of the second payment
        assertThat(tenancy.as(practice.organization, () -> posted.of(UUID.fromString(claimId))))
                .extracting(PostedClaim::statusCode)
                .containsExactly("1");
    }

    @Test
    void aReversalTakesTheSecondPaymentBackAndTheNextOneTheFirst() {
        paidTwice();
        receives(reversed(remittance()), "posted");
        assertBooks(250_00, 30_00, 20_00, 0, 0); // FB carries the 125.00 forward
        assertThat(adjudication()).isEqualTo("paid");
        receives(reversed(remittance()), "posted");
        assertBooks(250_00, 0, 0, 175_00, 0);
        assertThat(adjudication()).isEqualTo("reversed");
        receives(reversed(remittance()), "waiting");
    }

    /** 125.00, then 120.00 and -125.00 that FB carries forward. */
    @Test
    void aCorrectionMayStandBeforeItsReversal() {
        receives(paid(remittance()), "posted");
        receives(reversed(corrected(remittance())), "posted");
        assertBooks(245_00, 35_00, 20_00, 0, 0);
        assertThat(adjudication()).isEqualTo("paid");
        assertThat(tenancy.as(practice.organization, () -> posted.of(UUID.fromString(claimId))))
                .extracting(PostedClaim::statusCode)
                .containsExactly("1", "22", "1");
        receives(corrected(remittance()), "waiting");
    }

    /** The decision of 125.00 is replaced by one of 120.00, and the second payment of 125.00 stays the payer's credit until it is taken back. */
    @Test
    void aReversalWithACorrectionTakesTheDecisionBackAndNotTheSecondPayment() {
        paidTwice();
        receives(corrected(reversed(remittance())), "posted");
        assertBooks(370_00, 35_00, 20_00, -125_00, 0);
        assertThat(adjudication()).isEqualTo("paid");
        receives(reversed(remittance()), "posted");
        assertBooks(370_00, 35_00, 20_00, 0, 0);
        assertThat(adjudication()).isEqualTo("paid");
    }

    /** It is paid and taken back in one payment: nothing stood before. */
    @Test
    void whatIsReversedInItsOwnPaymentIsJudgedInThePayersOrder() {
        receives(corrected(reversed(paid(remittance()))), "posted");
        assertBooks(245_00, 35_00, 20_00, 0, 0);
        assertThat(adjudication()).isEqualTo("paid");
    }

    @Test
    void aSecondPaymentThatIsUndoneLeavesTheClaimAsItWasDecided() {
        var second = paidTwice();
        acts("billing-manager", second, "undo", "{\"reason\":\"It was another practice's\"}")
                .then()
                .statusCode(200);
        assertBooks(125_00, 30_00, 20_00, 0, 0);
        assertThat(adjudication()).isEqualTo("paid");
    }

    @Test
    void whatWaitedForItsTraceOnlyIsJudgedAgainWhenItIsAccepted() {
        var trace = "T" + UUID.randomUUID().toString().substring(0, 8);
        receives(
                PayerFiles.remittance(trace)
                        .claim("NOBODYS", "1", "80", "80", "0", "PCN8")
                        .patient(),
                "posted");
        var waits = receives(paid(PayerFiles.remittance(trace).on("20260304")), "waiting");
        receives(paid(remittance()), "posted");
        accepted(waits);
        assertBooks(330_00, 30_00, 20_00, -125_00, -80_00);
    }

    /** First 105.00 for one line, and the other one is refused; then 20.00 for that, of which 5.00 are written off. */
    @Test
    void whatTheFirstPayerOwesStillIsADecisionLikeAny() {
        receives(
                remittance()
                        .claim(number, "1", "175", "105", "20", "PCN1")
                        .patient()
                        .line("99213", "150", "105", number + "L1", "CO*45*25", "PR*3*20")
                        .line("87070", "25", "0", number + "L2", "CO*16*25"),
                "posted");
        var later = receives(
                remittance()
                        .claim(number, "1", "25", "20", "0", "PCN1")
                        .patient()
                        .line("87070", "25", "20", number + "L2", "CO*45*5"),
                "waiting");
        accepted(later);
        assertBooks(125_00, 30_00, 20_00, 0, 0);
    }

    /**
     * The first payer leaves 15.00 and 25.00 to the second one, which pays the 15.00 and refuses the other line; after an appeal it pays 20.00 for that, of which 5.00 are written off. What it pays once more
     * is its credit.
     */
    @Test
    void aLineThatALaterPayerHadRefusedIsADecisionLikeAny() {
        var claim = practice.receivesClaim(practice.facts().nextPayer());
        practice.sends(claim);
        var of = practice.claim(claim).getString("claimNumber");
        receives(
                remittance()
                        .claim(of, "19", "175", "135", "40", "PCN1")
                        .patient()
                        .line("99213", "150", "135", of + "L1", "PR*2*15")
                        .line("87070", "25", "0", of + "L2", "PR*2*25"),
                "posted");
        var second = remittance()
                .claim(of, "2", "175", "15", "0", "LOCK1")
                .patient()
                .line("99213", "150", "15", of + "L1", "OA*23*135")
                .line("87070", "25", "0", of + "L2", "CO*50*25");
        var posted = practice.receives(second.text().replace("KEY INSURANCE", "LOCK INSURANCE"));
        assertThat(posted.getString("outcomes[0].result")).isEqualTo("posted");
        assertBooks(150_00, 0, 0, 175_00 + 25_00, 0); // the other claim is not paid
        for (var insurance : List.of(175_00L, 175_00L - 20_00L)) {
            var later = remittance()
                    .claim(of, "2", "25", "20", "0", "LOCK1")
                    .patient()
                    .line("87070", "25", "20", of + "L2", "CO*45*5");
            var waits = practice.receives(later.text().replace("KEY INSURANCE", "LOCK INSURANCE"));
            assertThat(waits.getString("outcomes[0].message")).contains("already-paid");
            accepted(waits.getString("outcomes[0].id"));
            assertBooks(150_00 + 20_00 + 175_00 - insurance, 5_00, 0, insurance, 0);
        }
    }

    @Test
    void aReversalOfNothingIsUnappliedUntilWhatItTakesBackIsPosted() {
        var reversal = receives(reversed(remittance()), "waiting");
        accepted(reversal);
        assertBooks(0, 0, 0, 175_00, 125_00); // FB carries the 125.00 forward
        assertThat(practice.account("forwarding-balance")).isEqualTo(-125_00);
        assertThat(adjudication()).isEqualTo("none");
        assertThat(practice.get("/api/v1/unapplied-claims").getList("items.claimId"))
                .containsExactly(claimId);
        var match = "{\"claimId\":\"%s\",\"reason\":\"It is this one\"}".formatted(claimId);
        assertThat(acts("poster", reversal, "claims/1/match", match).statusCode())
                .isEqualTo(409);
        var original = receives(paid(remittance()), "posted");
        assertBooks(125_00, 30_00, 20_00, 0, 125_00);
        acts("poster", reversal, "claims/1/match", match).then().statusCode(200);
        assertBooks(125_00, 0, 0, 175_00, 0);
        assertThat(adjudication()).isEqualTo("reversed");
        receives(reversed(remittance()), "waiting"); // it is taken back by what was matched
        assertThat(acts("billing-manager", original, "undo", "{\"reason\":\"It was ours\"}")
                        .statusCode())
                .isEqualTo(409);
        assertBooks(125_00, 0, 0, 175_00, 0);
        receives(paid(remittance()), "posted"); // a correction does not wait
        assertBooks(250_00, 30_00, 20_00, 0, 0);
    }

    /** Of 60.00 another CLP does not balance: all goes to unapplied, and what it takes back of ours is matched, 125.00 that FB carries forward. */
    @Test
    void aReversalThatIsMatchedTakesTheSecondPaymentBack() {
        paidTwice();
        var reversal = receives(
                reversed(remittance())
                        .claim("SOMEONE", "1", "100", "60", "0", "PCN9")
                        .patient()
                        .with("CAS*CO*45*39"),
                "quarantined");
        acts("poster", reversal, "post-unapplied", "{\"reason\":\"The bank shows it\"}")
                .then()
                .statusCode(200);
        assertThat(practice.account("forwarding-balance")).isEqualTo(-125_00);
        assertBooks(310_00, 30_00, 20_00, -125_00, 65_00); // 60.00 less the 125.00
        var match = "{\"claimId\":\"%s\",\"reason\":\"It is this one\"}".formatted(claimId);
        acts("poster", reversal, "claims/1/match", match).then().statusCode(200);
        assertBooks(310_00, 30_00, 20_00, 0, -60_00);
        assertThat(practice.get("/api/v1/remittances/" + reversal).getString("claims[0].posting"))
                .isEqualTo("second-payment");
        assertThat(adjudication()).isEqualTo("paid");
    }

    @Test
    void aReversalOfNothingThatIsUndoneLeavesTheClaimAsItWas() {
        var reversal = receives(reversed(remittance()), "waiting");
        accepted(reversal);
        acts("billing-manager", reversal, "undo", "{\"reason\":\"The payer has withdrawn it\"}")
                .then()
                .statusCode(200);
        assertBooks(0, 0, 0, 175_00, 0);
        assertThat(adjudication()).isEqualTo("none");
    }

    /** As such payments were posted before they were told apart. */
    @Test
    void aDecisionThatWasPostedTwiceIsFound() throws SQLException {
        var second = paidTwice();
        var change = "update remittance_claim set second_payment = %s where remittance_id = '" + second + "'";
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute(change.formatted(false));
            assertThat(practice.get("/api/v1/ledger/verification")
                            .getList("checks.find { it.rule == 'records-agree' }.findings.explanation", String.class))
                    .singleElement()
                    .asString()
                    .endsWith("come to 30000 of it, and it was charged 17500"); // 175.00 and the cash of 125.00
            statement.execute(change.formatted(true));
        }
    }
}
