package org.superbill.billing.remittance;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.billing.ledger.Cents;

/**
 * What a payer has decided about a claim, as far as a reversal has to match it and what the payers before leave it changes it.
 *
 * @param remittanceId the payment; absent for the one that is being looked at
 * @param position of the CLP in its ST, from 1
 * @param payerId which of the claim's payers; absent in what was posted before that was kept
 * @param turn by which of the claim's coverages, from 1; absent in what was posted before that was kept
 * @param adjusted by group
 * @param entryId what was posted of it; absent when nothing was, and for the one that is being looked at
 * @param refuses whether it refuses something, be it what is the patient's
 * @param moved whether it changed what somebody owes; a refusal alone does not
 * @param lineCharges of a CLP about less than the whole charge what it says of which of our lines
 * @param later of a later payer; absent for the one that is being looked at and in what was posted before it was kept
 * @param again it is a second payment: its cash is the payer's credit, and it decides nothing
 */
record Settled(
        @Nullable UUID remittanceId,
        int position,
        UUID claimId,
        @Nullable UUID payerId,
        @Nullable Integer turn,
        String statusCode,
        Cents charge,
        Cents paid,
        Map<String, Cents> adjusted,
        @Nullable UUID entryId,
        boolean refuses,
        boolean moved,
        ByLine lineCharges,
        @Nullable LaterDecision later,
        boolean again) {
    Settled {
        var sums = new TreeMap<>(adjusted);
        sums.values().removeIf(Cents::isZero);
        adjusted = Map.copyOf(sums);
    }

    /** @param current the payment that is being looked at */
    PayersDecision decision(UUID current) {
        return new PayersDecision(
                claimId, payerId, turn, remittanceId == null ? current : remittanceId, lineCharges.lines());
    }

    /** As a second payment. */
    Settled paidAgain() {
        return new Settled(
                remittanceId,
                position,
                claimId,
                payerId,
                turn,
                statusCode,
                charge,
                paid,
                adjusted,
                entryId,
                refuses,
                moved,
                lineCharges,
                later,
                true);
    }

    boolean isReversal() {
        return statusCode.equals("22");
    }

    /** It decides some lines of the claim, all of them ours, and leaves others to another CLP (MA15). */
    boolean isPartOf(ClaimContent content) {
        return isPart(content, charge, lineCharges);
    }

    /** @param lineCharges of our lines that it names */
    static boolean isPart(ClaimContent content, Cents charge, ByLine lineCharges) {
        return charge.value() > 0
                && charge.value() < content.facts().totalChargeCents()
                && charge.equals(lineCharges.sum()) // all of it is of lines of ours
                && !isAboveACharge(lineCharges, content);
    }

    static boolean isAboveACharge(ByLine charges, ClaimContent content) {
        return content.facts().encounter().lines().stream()
                .anyMatch(line -> charges.of(line.lineNumber()).value() > line.chargeCents());
    }

    private boolean isOfAnother(Settled earlier) {
        return !mayBeOfSamePayer(payerId, turn, earlier.payerId, earlier.turn);
    }

    /** Whether one payer has decided both, by one coverage, as far as both are known. */
    static boolean mayBeOfSamePayer(
            @Nullable UUID payerId, @Nullable Integer turn, @Nullable UUID otherId, @Nullable Integer otherTurn) {
        return payerId == null
                || otherId == null
                || payerId.equals(otherId) && (turn == null || otherTurn == null || turn.equals(otherTurn));
    }

    /** Of a payer that comes after the one in this turn. */
    boolean isAfter(int other) {
        return turn != null && turn > other;
    }

    /** Whether the same payer has decided both; of what was posted before its payer was kept CLP02 tells it. @param later whether this is of a payer that comes later */
    boolean isOfSamePayerAs(Settled earlier, boolean later) {
        return earlier.payerId == null || payerId == null
                ? !later || earlier.statusCode.equals(statusCode)
                : !isOfAnother(earlier);
    }

    boolean takesBack(Settled earlier) {
        if (!claimId.equals(earlier.claimId) || isOfAnother(earlier) || !paid.equals(earlier.paid.negated())) {
            return false;
        }
        var negated = new TreeMap<String, Cents>();
        earlier.adjusted.forEach((group, sum) -> negated.put(group, sum.negated()));
        return adjusted.equals(negated);
    }
}
