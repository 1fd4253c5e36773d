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
import org.superbill.events.EncounterCoded;

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

    /**
     * What the later payer settles of what payers before owe: by line, where both say lines. What it adjusts by contract may repeat the adjustments of the payers before; of that,
     * only what is above all that they have settled is certain to be new.
     */
    List<TakenOver> takenOver(ClaimContent content, Decision decision) {
        var taken = new ArrayList<TakenOver>();
        var owedBy = new HashMap<UUID, Cents>();
        open.forEach(one -> owedBy.put(one.payerId(), one.owed()));
        var onTheClaim = open.stream().anyMatch(one -> one.line() == null)
                || content.facts().encounter().lines().stream()
                        .map(EncounterCoded.Line::lineNumber)
                        .allMatch(line -> decision.settled().of(line).isZero());
        if (onTheClaim) {
            var settled = owed.sum().plus(sum(open));
            var isNew = isNew(Cents.of(content.facts().totalChargeCents()).minus(settled), decision.contractual().sum());
            take(open, decision.settled().sum().plus(isNew).minus(owed.sum()), decision.kept().sum(), owedBy, taken);
            return taken;
        }
        for (var line : content.facts().encounter().lines()) {
            var number = line.lineNumber();
            var ofLine = open.stream()
                    .filter(one -> Integer.valueOf(number).equals(one.line()))
                    .toList();
            var left = owed.of(number).plus(sum(ofLine));
            var isNew = isNew(Cents.of(line.chargeCents()).minus(left), decision.contractual().of(number));
            take(
                    ofLine,
                    decision.settled().of(number).plus(isNew).minus(owed.of(number)),
                    decision.kept().of(number),
                    owedBy,
                    taken);
        }
        return taken;
    }

    private static Cents isNew(Cents settledBefore, Cents contractual) {
        return atLeastZero(contractual.minus(atLeastZero(settledBefore)));
    }

    /** @param wanted what the later payer settles above what it was left @param kept what it owes itself */
    private static void take(
            List<Open> refused, Cents wanted, Cents kept, Map<UUID, Cents> owedBy, List<TakenOver> taken) {
        var rest = least(wanted, sum(refused).minus(kept));
        for (var one : refused) {
            var owed = owedBy.getOrDefault(one.payerId(), Cents.ZERO);
            var amount = atLeastZero(least(rest, least(one.amount(), owed)));
            if (!amount.isZero()) {
                taken.add(new TakenOver(one, amount, amount.equals(one.amount())));
                owedBy.put(one.payerId(), owed.minus(amount));
                rest = rest.minus(amount);
            }
        }
    }

    private static Cents sum(List<Open> refused) {
        return Cents.sum(refused, Open::amount);
    }

    private static Cents atLeastZero(Cents amount) {
        return amount.value() < 0 ? Cents.ZERO : amount;
    }

    private static Cents least(Cents one, Cents other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
