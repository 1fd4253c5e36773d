package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param byAll all of them have decided, of the whole claim: nothing more will be left
 */
record Left(ByLine owed, List<Open> open, boolean byAll) {
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

    /** What a payer says of a claim. @param settled paid, or passed on @param ofContract what it writes off, or what payers before have @param kept what it refuses, or passes on to we do not know whom */
    record Decision(ByLine settled, List<OfContract> ofContract, ByLine kept) {
        static Decision of(LaterDecision said) {
            return new Decision(ByLine.ofSums(said.settled()), said.ofContract(), ByLine.ofSums(said.kept()));
        }

        /** The same, where persons have moved something of what the payer owes since. @param moved below zero: given up, first of what it keeps */
        Decision besides(Cents moved) {
            var alsoSettled = new ByLine();
            alsoSettled.addAll(settled);
            alsoSettled.add(null, moved.negated());
            var stillKept = new ByLine();
            stillKept.addAll(kept);
            stillKept.add(null, atLeastZero(least(moved.negated(), kept.sum())).negated());
            return new Decision(alsoSettled, ofContract, stillKept);
        }
    }

    /** @param whole nothing of it is left */
    record TakenOver(Open from, Cents amount, boolean whole) {}

    /**
     * What the decision moves beside what it settles.
     *
     * @param takenOver of what payers before owe, what the later payer settles
     * @param writtenOff what of its contractual adjustments is new
     * @param rest what it owes still and has not decided about; below zero, it has paid more than it was left
     */
    record Outcome(List<TakenOver> takenOver, List<OfContract> writtenOff, Cents rest) {}

    /** The same, where the later payer owes so much. */
    Left owing(ByLine lines) {
        return new Left(lines, open, byAll);
    }

    /** Of some lines alone: a payer may decide a claim in parts. */
    Left only(Collection<Integer> lines) {
        return new Left(
                owed.only(lines),
                open.stream().filter(one -> lines.contains(one.line())).toList(),
                false);
    }

    /**
     * What it refuses stays owed; what it settles of that which the payers before refuse, they no longer owe: by line, where both say lines. What the later payer adjusts by contract may repeat the
     * adjustments of the payers before; of that, only what is above all that they have settled is certain to be new.
     */
    Outcome of(ClaimContent content, Decision decision) {
        var taking = new Taking(open);
        var lines = content.facts().encounter().lines();
        var contractual = new ByLine();
        decision.ofContract().forEach(one -> contractual.add(one.claimLine(), one.amount()));
        var onTheClaim = open.stream().anyMatch(one -> one.line() == null)
                || lines.stream()
                        .allMatch(
                                line -> decision.settled().of(line.lineNumber()).isZero());
        if (onTheClaim) {
            taking.take(
                    open,
                    Cents.of(content.facts().totalChargeCents()),
                    owed.sum(),
                    decision.settled().sum(),
                    contractual.sum(),
                    decision.kept().sum());
        } else {
            for (var line : lines) {
                var number = line.lineNumber();
                taking.take(
                        open.stream()
                                .filter(one -> Integer.valueOf(number).equals(one.line()))
                                .toList(),
                        Cents.of(line.chargeCents()),
                        owed.of(number),
                        decision.settled().of(number),
                        contractual.of(number),
                        decision.kept().of(number));
            }
        }
        var unsettled = owed.sum()
                .plus(Cents.sum(taking.taken, TakenOver::amount))
                .minus(decision.settled().sum());
        var kept = decision.kept().sum().minus(taking.refusedTwice);
        var writtenOff = OfContract.within(unsettled.minus(kept), newFirst(decision.ofContract(), taking.taken));
        var owes = unsettled.minus(Cents.sum(writtenOff, OfContract::amount));
        return new Outcome(taking.taken, writtenOff, owes.value() < 0 ? owes : atLeastZero(owes.minus(kept)));
    }

    /** On lines of which something is taken over an adjustment is certain to be new. */
    private static List<OfContract> newFirst(List<OfContract> adjustments, List<TakenOver> taken) {
        var lines = new HashSet<@Nullable Integer>();
        taken.forEach(one -> lines.add(one.from().line()));
        return adjustments.stream()
                .sorted(Comparator.comparing(one -> !lines.contains(one.claimLine())))
                .toList();
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
