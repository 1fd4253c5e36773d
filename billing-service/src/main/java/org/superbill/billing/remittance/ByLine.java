package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** Sums by line of a claim; an absent line is the claim as a whole. */
final class ByLine {
    private final Map<@Nullable Integer, Cents> sums = new HashMap<>();

    /** As it is kept. @param claimLine ours; absent for the claim as a whole */
    record Sum(@Nullable Integer claimLine, long cents) {}

    static ByLine ofSums(Collection<Sum> sums) {
        var byLine = new ByLine();
        sums.forEach(sum -> byLine.add(sum.claimLine(), Cents.of(sum.cents())));
        return byLine;
    }

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

    /** Of these lines alone. */
    ByLine only(Collection<Integer> lines) {
        var some = new ByLine();
        lines.forEach(line -> some.add(line, of(line)));
        return some;
    }

    /** Those that have a sum; the claim as a whole is none. */
    Set<Integer> lines() {
        return sums.keySet().stream().filter(Objects::nonNull).collect(toSet());
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

    /** Those that are not zero. */
    List<Sum> sums() {
        var all = new ArrayList<Sum>();
        sums.forEach((line, amount) -> {
            if (!amount.isZero()) {
                all.add(new Sum(line, amount.value()));
            }
        });
        return all;
    }
}
