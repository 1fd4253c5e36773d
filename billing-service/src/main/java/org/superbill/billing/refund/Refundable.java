package org.superbill.billing.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.PostedEntries;
import org.superbill.servicekit.problem.Problem;

/** How much of whose money can go back, by the books. */
@ApplicationScoped
class Refundable {
    private final PostedEntries posted;

    Refundable(PostedEntries posted) {
        this.posted = posted;
    }

    /** Which payer has paid too much, where the request does not say it. @param billedLast to whom the newest version went */
    UUID payer(RefundDetails details, UUID claimId, UUID billedLast) {
        var named = details.payerId();
        if (named != null) {
            if (!posted.payersOf(claimId).contains(named)) {
                throw Refunds.invalid("/payerId", "unknown", "is no payer of the claim");
            }
            return named;
        }
        var withCredit = posted.creditsOf(claimId).stream()
                .map(PostedEntries.Credit::payerId)
                .filter(Objects::nonNull)
                .toList();
        return withCredit.size() == 1 ? withCredit.get(0) : billedLast;
    }

    /** What there is to send back of the account that the refund brings back to zero. */
    Cents credit(Refund refund) {
        var claimId = refund.claimId();
        var payerId = refund.payerId();
        if (claimId == null) {
            return posted.creditBesideClaims(refund.patientId());
        }
        if (refund.account() == Account.RECOUPMENT) { // which is of a payer
            return payerId == null
                    ? Cents.ZERO
                    : posted.recoupment(payerId, refund.recoupmentReference()).negated();
        }
        var credit = posted.creditsOf(claimId).stream()
                .filter(one -> Objects.equals(one.payerId(), payerId))
                .map(PostedEntries.Credit::credit)
                .findFirst()
                .orElse(Cents.ZERO);
        var paid = payerId == null ? credit : posted.mostToReturn(payerId, claimId);
        return paid.compareTo(credit) < 0 ? paid : credit; // no payer gets back what it has not paid
    }

    /** By a letter no more goes back than the payer has paid for the claim and not got back. @throws Problem {@code REFUND_ABOVE_CREDIT} */
    void requirePaid(Refund refund) {
        var payerId = refund.payerId();
        var claimId = refund.claimId();
        if (!refund.isAskedFor() || payerId == null || claimId == null) {
            return;
        }
        posted.paidBy(payerId, claimId)
                .map(paid -> refund.account() == Account.RECOUPMENT ? paid.plus(credit(refund)) : paid)
                .filter(paid -> refund.amount().compareTo(paid) > 0)
                .ifPresent(paid -> {
                    throw new Problem(
                            RefundProblem.REFUND_ABOVE_CREDIT,
                            "The payer has paid %s for the claim and not got it back".formatted(paid.dollars()));
                });
    }
}
