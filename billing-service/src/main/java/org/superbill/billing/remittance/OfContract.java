package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * A contractual adjustment of a later payer, which adjusts the whole charge down to what it allows though the payers before have adjusted most of that already; or what it calls the patient's. Pure.
 *
 * @param claimLine ours; absent for one of the claim as a whole
 */
record OfContract(long cents, @Nullable Integer claimLine, String reason) {
    Cents amount() {
        return Cents.of(cents);
    }

    /**
     * As much of each, those below zero first and else in their order, as is open: only what the payer owes is written off, so that no credit comes of it. What is below zero in all adds to what is owed,
     * whatever is open.
     */
    static List<OfContract> within(Cents open, List<OfContract> said) {
        var isReduced = Cents.sum(said, OfContract::amount).value() >= 0;
        if (isReduced && open.value() <= 0) {
            return List.of();
        }
        var left = open;
        var within = new ArrayList<OfContract>();
        for (var adjustment : said.stream()
                .sorted(Comparator.comparing(one -> one.cents >= 0))
                .toList()) {
            var cents = Math.min(adjustment.cents, Math.max(0, left.value()));
            within.add(new OfContract(cents, adjustment.claimLine, adjustment.reason));
            left = left.minus(Cents.of(cents));
        }
        return within;
    }
}
