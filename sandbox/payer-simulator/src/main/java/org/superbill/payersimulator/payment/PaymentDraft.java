package org.superbill.payersimulator.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.claims.Books;
import org.superbill.payersimulator.claims.Owed;
import org.superbill.payersimulator.scenario.Scenario;
import org.superbill.x12.remittance.ProviderAdjustment;

/** One payment while it is put together: claims, and what moves outside of them. */
final class PaymentDraft {
    private static final int YEAR_ENDS_ON = 31;

    private final LocalDate today;
    private final String trace;
    private final List<ClaimPayment> claims = new ArrayList<>();
    private final List<ProviderAdjustment> outside = new ArrayList<>();

    /** @param trace TRN02 */
    PaymentDraft(LocalDate today, String trace) {
        this.today = today;
        this.trace = trace;
    }

    void pay(SubmittedClaim claim, Decision decision, Scenario scenario) {
        claims.add(new ClaimPayment(claim, decision, scenario, false));
        for (var adjustment : scenario.providerAdjustments()) {
            adjust(claim, adjustment.reason(), BigDecimal.valueOf(adjustment.cents(), 2));
        }
    }

    void reverse(SubmittedClaim claim, Decision decision, Scenario scenario) {
        claims.add(new ClaimPayment(claim, decision, scenario, true));
    }

    /** @param amount more than zero takes money from the payee */
    void adjust(SubmittedClaim claim, String reason, BigDecimal amount) {
        adjust(claim.payee().npi(), reason, claim.payerClaimNumber(), amount);
    }

    /**
     * Sets off what the payee still owes from before, under the number that carried it forward, and carries on what is more than this payment under
     * its own (PLB FB; 005010X221A1, 1.10.2.12).
     *
     * @return what is still owed
     */
    Owed carryForward(String npi, Owed before) {
        adjust(npi, "FB", before.carriedBy(), BigDecimal.valueOf(before.cents(), 2));
        var total = total();
        if (total.signum() >= 0) {
            return Owed.NOTHING;
        }
        adjust(npi, "FB", trace, total);
        return new Owed(cents(total.negate()), trace);
    }

    private void adjust(String npi, String reason, String reference, BigDecimal amount) {
        if (amount.signum() != 0) {
            outside.add(new ProviderAdjustment(
                    npi, LocalDate.of(today.getYear(), Month.DECEMBER, YEAR_ENDS_ON), reason, reference, amount));
        }
    }

    /** BPR02: what the claims are paid less what is taken outside of them. */
    BigDecimal total() {
        return ClaimPayment.sum(claims)
                .subtract(outside.stream().map(ProviderAdjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What it adds to the payer's books. */
    Books books() {
        var adjusted = new TreeMap<String, Long>();
        var outsideByReason = new TreeMap<String, Long>();
        for (var claim : claims) {
            for (var line : claim.decision().lines()) {
                for (var adjustment : line.adjustments()) {
                    adjusted.merge(adjustment.group(), cents(claim.signed(adjustment.amount())), Math::addExact);
                }
            }
        }
        outside.forEach(each -> outsideByReason.merge(each.reason(), cents(each.amount()), Math::addExact));
        var reversals = claims.stream().filter(ClaimPayment::isReversal).count();
        return new Books(
                1,
                cents(total()),
                claims.size() - reversals,
                reversals,
                cents(ClaimPayment.sum(claims)),
                adjusted,
                outsideByReason);
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    List<ClaimPayment> claims() {
        return claims;
    }

    List<ProviderAdjustment> outside() {
        return outside;
    }

    boolean isEmpty() {
        return claims.isEmpty() && outside.isEmpty();
    }

    LocalDate today() {
        return today;
    }

    String trace() {
        return trace;
    }
}
