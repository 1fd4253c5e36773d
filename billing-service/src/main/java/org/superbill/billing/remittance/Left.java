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
 * What the payers before have left of a claim to a later one: what they passed on to it, and what they refuse, which is nobody else's until a later payer settles it. Pure.
 *
 * @param owed by the later payer
 * @param refused by payers before
 */
record Left(ByLine owed, List<Refused> refused) {
    Left {
        refused = List.copyOf(refused);
    }

    /** @param owed what the payer that refuses owes for the whole claim: a person may have given some of it up */
    record Refused(OpenRefusal refusal, Cents owed) {
        Cents amount() {
            return Cents.of(refusal.amountCents());
        }

        UUID payerId() {
            return refusal.payerId();
        }
    }

    /** What a payer says of a claim. @param settled paid, or passed on @param contractual what it writes off, or what payers before have */
    record Decision(ByLine settled, ByLine contractual, ByLine denied) {}

    /** @param whole nothing of the refusal is left */
    record TakenOver(OpenRefusal refusal, Cents amount, boolean whole) {}

    /**
     * What the later payer settles of what payers before refuse: by line, where both say lines. What it adjusts by contract may repeat the adjustments of the payers before; of that,
     * only what is above all that they have settled is certain to be new.
     */
    List<TakenOver> takenOver(ClaimContent content, Decision decision) {
        var taken = new ArrayList<TakenOver>();
        var owedBy = new HashMap<UUID, Cents>();
        refused.forEach(one -> owedBy.put(one.payerId(), one.owed()));
        var onTheClaim = refused.stream().anyMatch(one -> one.refusal().line() == null)
                || content.facts().encounter().lines().stream()
                        .map(EncounterCoded.Line::lineNumber)
                        .allMatch(line -> decision.settled().of(line).isZero());
        if (onTheClaim) {
            var settled = owed.sum().plus(sum(refused));
            var isNew = isNew(Cents.of(content.facts().totalChargeCents()).minus(settled), decision.contractual().sum());
            take(refused, decision.settled().sum().plus(isNew).minus(owed.sum()), decision.denied().sum(), owedBy, taken);
            return taken;
        }
        for (var line : content.facts().encounter().lines()) {
            var number = line.lineNumber();
            var ofLine = refused.stream()
                    .filter(one -> Integer.valueOf(number).equals(one.refusal().line()))
                    .toList();
            var left = owed.of(number).plus(sum(ofLine));
            var isNew = isNew(Cents.of(line.chargeCents()).minus(left), decision.contractual().of(number));
            take(
                    ofLine,
                    decision.settled().of(number).plus(isNew).minus(owed.of(number)),
                    decision.denied().of(number),
                    owedBy,
                    taken);
        }
        return taken;
    }

    private static Cents isNew(Cents settledBefore, Cents contractual) {
        return atLeastZero(contractual.minus(atLeastZero(settledBefore)));
    }

    /** @param wanted what the later payer settles above what it was left @param denied what it refuses too */
    private static void take(
            List<Refused> refused, Cents wanted, Cents denied, Map<UUID, Cents> owedBy, List<TakenOver> taken) {
        var rest = least(wanted, sum(refused).minus(denied));
        for (var one : refused) {
            var owed = owedBy.getOrDefault(one.payerId(), Cents.ZERO);
            var amount = atLeastZero(least(rest, least(one.amount(), owed)));
            if (!amount.isZero()) {
                taken.add(new TakenOver(one.refusal(), amount, amount.equals(one.amount())));
                owedBy.put(one.payerId(), owed.minus(amount));
                rest = rest.minus(amount);
            }
        }
    }

    private static Cents sum(List<Refused> refused) {
        return Cents.sum(refused, Refused::amount);
    }

    private static Cents atLeastZero(Cents amount) {
        return amount.value() < 0 ? Cents.ZERO : amount;
    }

    private static Cents least(Cents one, Cents other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
