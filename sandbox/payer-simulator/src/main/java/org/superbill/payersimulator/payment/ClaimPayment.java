package org.superbill.payersimulator.payment;

import java.math.BigDecimal;
import java.util.List;
import org.superbill.payersimulator.adjudication.Decision;
import org.superbill.payersimulator.adjudication.SubmittedClaim;
import org.superbill.payersimulator.scenario.Scenario;

/**
 * One CLP: a claim as decided, or taken back.
 *
 * @param isReversal all amounts are then below zero (CLP02 22)
 */
record ClaimPayment(SubmittedClaim claim, Decision decision, Scenario scenario, boolean isReversal) {
    BigDecimal paid() {
        return signed(decision.paid());
    }

    BigDecimal signed(BigDecimal amount) {
        return isReversal ? amount.negate() : amount;
    }

    static BigDecimal sum(List<ClaimPayment> payments) {
        return payments.stream().map(ClaimPayment::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
