package org.superbill.billing.remittance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * What a payer has decided about a claim, as far as a reversal has to match it and what the payers before leave it changes it.
 *
 * @param remittanceId the payment; absent for the one that is being looked at
 * @param payerId which of the claim's payers; absent in what was posted before that was kept
 * @param turn by which of the claim's coverages, from 1; absent in what was posted before that was kept
 * @param adjusted by group
 * @param entryId what was posted of it; absent when nothing was, and for the one that is being looked at
 * @param ofContract its contractual adjustments, those of the claim as a whole last
 * @param denied what it refuses
 * @param moved whether it changed what somebody owes; a refusal alone does not
 */
record Settled(
        @Nullable UUID remittanceId,
        UUID claimId,
        @Nullable UUID payerId,
        @Nullable Integer turn,
        String statusCode,
        Cents paid,
        Map<String, Cents> adjusted,
        @Nullable UUID entryId,
        List<OfContract> ofContract,
        Cents denied,
        boolean moved) {
    Settled {
        var sums = new TreeMap<>(adjusted);
        sums.values().removeIf(Cents::isZero);
        adjusted = Map.copyOf(sums);
        ofContract = List.copyOf(ofContract);
    }

    boolean isReversal() {
        return statusCode.equals("22");
    }

    private boolean isOfAnother(Settled earlier) {
        return payerId != null
                && earlier.payerId != null
                && (!payerId.equals(earlier.payerId) || isByAnotherCoverage(earlier));
    }

    private boolean isByAnotherCoverage(Settled earlier) {
        return turn != null && earlier.turn != null && !turn.equals(earlier.turn);
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
