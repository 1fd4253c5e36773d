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

    void addAll(ByLine other) {
        other.sums.forEach(this::add);
    }

    /** What is above zero; in all, where some is of the claim as a whole. */
    Map<@Nullable Integer, Cents> positive() {
        var positive = new HashMap<@Nullable Integer, Cents>();
        if (of(null).isZero()) {
            positive.putAll(sums);
        } else {
            positive.put(null, sum());
        }
        positive.values().removeIf(amount -> amount.value() <= 0);
        return positive;
    }

    Cents sum() {
        return Cents.sum(sums.values(), amount -> amount);
    }
}
