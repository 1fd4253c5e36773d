package org.superbill.billing.remittance;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * What a payer has decided about a claim, as far as a reversal has to match it.
 *
 * @param adjusted by group
 * @param entryId what was posted of it; absent when nothing was, and for the one that is being looked at
 * @param moved whether it changed what somebody owes; a refusal alone does not
 */
record Settled(
        UUID claimId,
        String statusCode,
        Cents paid,
        Map<String, Cents> adjusted,
        @Nullable UUID entryId,
        boolean moved) {
    Settled {
        var sums = new TreeMap<>(adjusted);
        sums.values().removeIf(Cents::isZero);
        adjusted = Map.copyOf(sums);
    }

    boolean isReversal() {
        return statusCode.equals("22");
    }

    boolean takesBack(Settled earlier) {
        if (!claimId.equals(earlier.claimId) || !paid.equals(earlier.paid.negated())) {
            return false;
        }
        var negated = new TreeMap<String, Cents>();
        earlier.adjusted.forEach((group, sum) -> negated.put(group, sum.negated()));
        return adjusted.equals(negated);
    }
}
