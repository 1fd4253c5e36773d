package org.superbill.billing.adjustment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.PostedEntries.Debtor;

/** Which of a claim's adjustments have to go, where what they moved is not owed any more. Pure. */
final class TakingBack {
    private TakingBack() {}

    /**
     * The newest first: what was moved on before it can be given back comes before what it was moved from.
     *
     * @param balances what is owed for the claim, below zero a credit
     * @param standing its adjustments, newest first
     */
    static List<Adjustment> excess(Map<Debtor, Cents> balances, List<Adjustment> standing) {
        var left = new HashMap<>(balances);
        var candidates = new ArrayList<>(standing);
        var taken = new ArrayList<Adjustment>();
        for (var next = tooMuch(left, candidates); next != null; next = tooMuch(left, candidates)) {
            candidates.remove(next);
            taken.add(next);
            left.merge(next.from(), next.amount(), Cents::plus);
            left.merge(next.to(), next.amount().negated(), Cents::plus);
        }
        return taken;
    }

    private static @Nullable Adjustment tooMuch(Map<Debtor, Cents> balances, List<Adjustment> candidates) {
        return candidates.stream()
                .filter(one -> balances.getOrDefault(one.from(), Cents.ZERO).value() < 0)
                .findFirst()
                .orElse(null);
    }
}
