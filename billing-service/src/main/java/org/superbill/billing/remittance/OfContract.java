package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * A contractual adjustment of a later payer, which adjusts the whole charge down to what it allows though the payers before have adjusted most of that already. Pure.
 *
 * @param claimLine ours; absent for one of the claim as a whole
 */
record OfContract(Cents amount, @Nullable Integer claimLine, String reason) {
    /** As much of each, in their order, as is open: only what the payer owes is written off, so that no credit comes of it. */
    static List<OfContract> within(Cents open, List<OfContract> said) {
        var left = open;
        var within = new ArrayList<OfContract>();
        for (var adjustment : said) {
            var amount = Cents.of(Math.min(adjustment.amount.value(), Math.max(0, left.value())));
            within.add(new OfContract(amount, adjustment.claimLine, adjustment.reason));
            left = left.minus(amount);
        }
        return within;
    }
}
