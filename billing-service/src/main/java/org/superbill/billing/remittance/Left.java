package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Cents;

/**
 * What the payers before have left of a claim to a later one: what they passed on to it, and what they still owe, which is nobody else's until a later payer settles it. Pure.
 *
 * @param owed by the later payer
 * @param open what payers before owe still, since they refuse it or know whose it is better than we do
 */
record Left(ByLine owed, List<Open> open) {
    Left {
        open = List.copyOf(open);
    }

    /**
     * What a payer before owes of the claim, and what the later one may settle.
     *
     * @param line absent when it concerns the whole claim
     * @param denialId absent for what it has called the patient's and passed on to nobody that we know
     * @param reason group and CARC of a refusal
     * @param owed what the payer owes for the whole claim: a person may have given some of it up
     */
    record Open(
            UUID payerId,
            @Nullable Integer line,
            @Nullable UUID denialId,
            @Nullable String reason,
            Cents amount,
            Cents owed) {
        static Open of(OpenRefusal refusal, Cents owed) {
            return new Open(
                    refusal.payerId(),
                    refusal.line(),
                    refusal.denialId(),
                    refusal.reason(),
                    Cents.of(refusal.amountCents()),
                    owed);
        }
    }

    /** What a payer says of a claim. @param settled paid, or passed on @param contractual what it writes off, or what payers before have @param kept what it refuses, or passes on to we do not know whom */
    record Decision(ByLine settled, ByLine contractual, ByLine kept) {}

    /** @param whole nothing of it is left */
    record TakenOver(Open from, Cents amount, boolean whole) {}

    /** What the later payer settles of what payers before owe. @param refusedTwice what it keeps of that, so that the payers before owe it still */
    record Outcome(List<TakenOver> takenOver, Cents refusedTwice) {}

    /**
     * By line, where both say lines. What the later payer adjusts by contract may repeat the adjustments of the payers before; of that, only what is above all that they have settled is
     * certain to be new.
     */
    Outcome of(ClaimContent content, Decision decision) {
        var outcome = new Taking(open);
        var lines = content.facts().encounter().lines();
        var onTheClaim = open.stream().anyMatch(one -> one.line() == null)
                || lines.stream()
                        .allMatch(
                                line -> decision.settled().of(line.lineNumber()).isZero());
        if (onTheClaim) {
            outcome.take(
                    open,
                    Cents.of(content.facts().totalChargeCents()),
                    owed.sum(),
                    decision.settled().sum(),
                    decision.contractual().sum(),
                    decision.kept().sum());
        } else {
            for (var line : lines) {
                var number = line.lineNumber();
                outcome.take(
                        open.stream()
                                .filter(one -> Integer.valueOf(number).equals(one.line()))
                                .toList(),
                        Cents.of(line.chargeCents()),
                        owed.of(number),
                        decision.settled().of(number),
                        decision.contractual().of(number),
                        decision.kept().of(number));
            }
        }
        return new Outcome(outcome.taken, outcome.refusedTwice);
    }

    private static final class Taking {
        private final Map<UUID, Cents> owedBy = new HashMap<>();
        private final List<TakenOver> taken = new ArrayList<>();
        private Cents refusedTwice = Cents.ZERO;

        Taking(List<Open> open) {
            open.forEach(one -> owedBy.put(one.payerId(), one.owed()));
        }

        /** Of a line or of the whole claim. @param left to the later payer @param kept of what it was left first */
        void take(List<Open> open, Cents charge, Cents left, Cents settled, Cents contractual, Cents kept) {
            var owed = Cents.sum(open, Open::amount);
            var settledBefore = atLeastZero(charge.minus(left).minus(owed));
            var isNew = atLeastZero(contractual.minus(settledBefore));
            var keptOfOthers = atLeastZero(kept.minus(atLeastZero(left.minus(settled))));
            var rest = least(settled.plus(isNew).minus(left), owed.minus(keptOfOthers));
            for (var one : open) {
                var ofPayer = owedBy.getOrDefault(one.payerId(), Cents.ZERO);
                var amount = atLeastZero(least(rest, least(one.amount(), ofPayer)));
                if (!amount.isZero()) {
                    taken.add(new TakenOver(one, amount, amount.equals(one.amount())));
                    owedBy.put(one.payerId(), ofPayer.minus(amount));
                    rest = rest.minus(amount);
                }
            }
            refusedTwice = refusedTwice.plus(least(keptOfOthers, owed));
        }
    }

    private static Cents atLeastZero(Cents amount) {
        return amount.value() < 0 ? Cents.ZERO : amount;
    }

    private static Cents least(Cents one, Cents other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
