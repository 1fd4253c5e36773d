package org.superbill.payersimulator.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.superbill.payersimulator.adjudication.Adjudicator;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.claims.PayerClaim;

/**
 * One CLP: a claim as decided, or taken back.
 *
 * @param isReversal all amounts are then below zero (CLP02 22)
 */
record ClaimPayment(SubmittedClaim claim, Decision decision, boolean isReversal) {

    /** A replacement takes the claim before it back and pays anew; a void only takes it back. */
    static List<ClaimPayment> of(SubmittedClaim claim, Function<String, Optional<PayerClaim>> known) {
        var payments = new ArrayList<ClaimPayment>();
        var original = claim.originalReference();
        if (!claim.frequency().equals("1") && original != null) {
            known.apply(original)
                    .filter(PayerClaim::isPaid)
                    .map(PayerClaim::claim)
                    .ifPresent(paid -> payments.add(new ClaimPayment(paid, Adjudicator.decide(paid), true)));
        }
        if (!claim.frequency().equals("8")) {
            payments.add(new ClaimPayment(claim, Adjudicator.decide(claim), false));
        }
        return payments;
    }

    BigDecimal paid() {
        return signed(decision.paid());
    }

    BigDecimal signed(BigDecimal amount) {
        return isReversal ? amount.negate() : amount;
    }
}
