package org.superbill.billing.remittance;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** Sums by line of a claim; an absent line is the claim as a whole. */
final class ByLine {
    private final Map<@Nullable Integer, Cents> sums = new HashMap<>();

    void add(@Nullable Integer line, Cents amount) {
        sums.merge(line, amount, Cents::plus);
    }

    /** Of the line alone. */
    Cents of(@Nullable Integer line) {
        return sums.getOrDefault(line, Cents.ZERO);
    }

    Cents sum() {
        return Cents.sum(sums.values(), amount -> amount);
    }
}
