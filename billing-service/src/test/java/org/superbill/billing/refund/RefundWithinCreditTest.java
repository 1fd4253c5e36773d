package org.superbill.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.stack.FixedDay;
import org.superbill.stack.LocalPostgres;

/** No more goes back than was paid too much, and by a letter no more than was paid; each once, and to whom it belongs. */
@QuarkusTest
@BillingStack
class RefundWithinCreditTest extends OfAnOverpaidClaim {
    LocalPostgres postgres;

    /** The payer has paid 185.00. */
    @Test
    void byALetterNoMoreGoesBackThanThePayerHasPaidAndNotGotBack() {
        var letter = """
                {"claimId":"%s","to":"payer","amountCents":%d,"payerReference":"%s","reason":"Paid above the contract","requestedOn":"2026-04-08"}""";
        var tooMuch = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 185_01, "L-1"))
                .jsonPath()
                .getString("id");
        var refused = acts("billing-manager", tooMuch, "approve", WHY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).endsWith("/refund-above-credit");
        acted("billing-manager", requested(), "approve", WHY); // 10.00
        var rest = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 175_01, "L-2"))
                .jsonPath()
                .getString("id");
        assertThat(acts("billing-manager", rest, "approve", WHY).statusCode()).isEqualTo(422);
        var within = practice.posts("poster", "/api/v1/refunds", letter.formatted(claimId, 175_00, "L-3"))
                .jsonPath()
                .getString("id");
        acted("billing-manager", within, "approve", WHY);
        assertThat(practice.account("refunds-payable")).isEqualTo(-185_00);
    }

    @Test
    void whatWasSentBackAboveWhatWasPaidBeforeItWasAskedIsFound() throws SQLException {
        var refund = requested();
        acted("billing-manager", refund, "approve", WHY);
        var change = "update refund set amount_cents = %d where id = '" + refund + "'";
        try (var owner = postgres.connect("billing", "billing_owner");
                var statement = owner.createStatement()) {
            statement.execute(change.formatted(185_01));
            assertThat(practice.get("/api/v1/ledger/verification")
                            .getList("checks.find { it.rule == 'records-agree' }.findings.explanation", String.class))
                    .anyMatch(words -> words.startsWith("refunds of 18501 are approved or sent")
                            && words.endsWith("and it has paid 18500"));
            statement.execute(change.formatted(10_00));
        }
    }

    @Test
    void oneCreditIsNotSentBackTwice() {
        var other = practice.receivesClaim(practice.facts());
        practice.sends(other);
        practice.posts("biller", "/api/v1/ledger/adjustments", """
                {"kind":"write-off-insurance","reason":"our-error","claimId":"%s","amountCents":1000}""".formatted(other))
                .then()
                .statusCode(201);
        practice.receives(remittance()
                .claim(practice.claim(other).getString("claimNumber"), "1", "175", "175", "0", "PCN2")
                .patient()
                .text());
        var credit = """
                {"claimId":"%s","to":"payer","amountCents":1000,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(other);
        assertThat(creditDue(other, "open"))
                .isEqualTo(FixedDay.DATE.plusDays(60).toString());
        var one = practice.posts("poster", "/api/v1/refunds", credit).jsonPath().getString("id");
        var two = practice.posts("poster", "/api/v1/refunds", credit).jsonPath().getString("id");
        assertThat(running(one)).isEqualTo("2026-05-31"); // sixty days
        acted("billing-manager", one, "approve", WHY);
        assertThat(creditDue(other, "open")).isNull();
        assertThat(creditDue(other, "met")).isNotNull();
        var refused = acts("billing-manager", two, "approve", WHY);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).endsWith("/refund-above-credit");
        acted("billing-manager", two, "withdraw", WHY);
        acted("billing-manager", one, "withdraw", WHY);
        assertThat(practice.account("insurance-receivable")).isEqualTo(-10_00);
        assertThat(creditDue(other, "open")).as("it is there again").isNotNull();
    }

    @Test
    void theFirstPayersMoneyGoesBackToTheFirstPayerAlsoWhenAnotherOneWasBilledSince() {
        var facts = practice.facts().nextPayer();
        var claim = practice.receivesClaim(facts);
        practice.sends(claim);
        practice.receives(remittance()
                .claim(practice.claim(claim).getString("claimNumber"), "1", "175", "140", "35", "PCN3")
                .with("CAS*PR*2*35")
                .patient()
                .text());
        practice.acts(claim, "bill-next-payer", "{}", 200);
        practice.sends(claim);
        var letter = """
                {"claimId":"%s","to":"payer","payerId":"%s","amountCents":2000,"payerReference":"L-9","reason":"Paid twice","requestedOn":"2026-04-08"}""";
        var stranger = practice.posts("poster", "/api/v1/refunds", letter.formatted(claim, UUID.randomUUID()));
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.jsonPath().getString("errors[0].pointer")).isEqualTo("/payerId");
        var refund = practice.posts("poster", "/api/v1/refunds", letter.formatted(claim, facts.payer.payerId()));
        assertThat(refund.statusCode()).isEqualTo(201);
        acted("billing-manager", refund.jsonPath().getString("id"), "approve", WHY);
        assertThat(practice.get("/api/v1/ledger/accounts/insurance-receivable/sub-accounts?by=payer")
                        .getMap("items.collectEntries { [it.payerId, it.balanceCents] }"))
                .containsEntry(facts.payer.payerId().toString(), 20_00)
                .containsEntry(String.valueOf(facts.nextPayer.payerId()), 35_00);
    }

    @Test
    void withoutALetterNoMoreIsSentBackThanTheCredit() {
        var answer = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"patient","amountCents":1,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(claimId));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).endsWith("/refund-above-credit");
        var unknown = practice.posts("poster", "/api/v1/refunds", """
                {"claimId":"%s","to":"payer","amountCents":1,"reason":"Credit","requestedOn":"2026-04-01"}""".formatted(UUID.randomUUID()));
        assertThat(unknown.jsonPath().getString("type")).endsWith("/refund-claim-not-found");
    }

    @Test
    void whatAPayerHasReversedAndNotTakenIsSentBackOnce() {
        practice.receives(remittance()
                .claim(number, "22", "-175", "-185", "0", "PCN1")
                .patient()
                .line("99213", "-150", "-160", number + "L1", "CO*94*10")
                .line("87070", "-25", "-25", number + "L2")
                .claim(number, "1", "175", "175", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "25", number + "L2")
                .with("PLB*1234567893*20261231*WO:PCN1*-10")
                .paying("0")
                .text());
        assertThat(practice.account("recoupment")).isEqualTo(-10_00);
        var back = """
                {"claimId":"%s","to":"payer","amountCents":%d,"against":"recoupment","payerClaimNumber":"%s","reason":"Reversed","requestedOn":"2026-04-01"}""";
        assertThat(practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_01, "PCN1"))
                        .jsonPath()
                        .getString("type"))
                .endsWith("/refund-above-credit");
        assertThat(practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN2"))
                        .statusCode())
                .as("of another reference there is nothing")
                .isEqualTo(422);
        var one = practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN1"))
                .jsonPath()
                .getString("id");
        var two = practice.posts("poster", "/api/v1/refunds", back.formatted(claimId, 10_00, "PCN1"))
                .jsonPath()
                .getString("id");
        acted("billing-manager", one, "approve", WHY);
        assertThat(practice.account("recoupment")).isZero();
        assertThat(acts("billing-manager", two, "approve", WHY).statusCode()).isEqualTo(422);
    }

    @Test
    void aCreditOfAPayerIsListedWithWhoPaidIt() {
        overpaid();
        var credits = practice.get("/api/v1/credit-balances");
        assertThat(credits.getList("items.claimId")).containsExactly(claimId);
        assertThat(credits.getLong("items[0].credits[0].creditCents")).isEqualTo(10_00);
        assertThat(credits.getString("items[0].credits[0].payerId")).isNotNull();
    }
}
