package org.superbill.billing.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.denial.OpenRefusal;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.PostedEntries.OwedByPayer;

/** What the payers before have left to later ones, of the claims that a later payer decides in a chunk of a payment; it follows what the chunk itself posts. */
final class LeftToPayers {
    /** By claim and payer. */
    private final Map<UUID, Map<UUID, ByLine>> owed = new HashMap<>();

    private final List<OpenRefusal> refused;

    /**
     * @param owed what each payer owes for each claim whose later payers decide something
     * @param refused of these claims what payers refuse; what the later payer has settled of it itself counts when it takes that back first: only then it is owed
     */
    LeftToPayers(List<OwedByPayer> owed, List<OpenRefusal> refused) {
        owed.forEach(line -> owedBy(line.claimId(), line.payerId()).add(line.claimLine(), line.amount()));
        this.refused = List.copyOf(refused);
    }

    private ByLine owedBy(UUID claimId, UUID payerId) {
        return owed.computeIfAbsent(claimId, id -> new HashMap<>()).computeIfAbsent(payerId, id -> new ByLine());
    }

    /** Whether another payer of the claim comes before this one. */
    static boolean isLater(ClaimContent content, UUID payerId) {
        return content.coordination() != null
                || !payerId.equals(content.facts().payer().payerId());
    }

    /** Null for the first payer, which owes all that was charged. */
    @Nullable
    Left to(ClaimContent content, PayerOfClaim payer) {
        if (!isLater(content, payer.payerId())) {
            return null;
        }
        var claimId = content.claimId();
        var open = new ArrayList<Left.Open>();
        refused.stream()
                .filter(refusal -> refusal.claimId().equals(claimId) && isBefore(payer, refusal.payerId()))
                .filter(refusal ->
                        refusal.settledBy() == null || refusal.settledBy().equals(payer.payerId()))
                .forEach(refusal -> open.add(Left.Open.of(
                        refusal, owedBy(claimId, refusal.payerId()).sum())));
        if (content.coordination() != null || isOfNoCoverage(content, payer.payerId())) {
            owed.getOrDefault(claimId, Map.of()).forEach((before, lines) -> {
                if (isBefore(payer, before)) {
                    open.addAll(keptFor(before, lines, List.copyOf(open)));
                }
            });
        }
        return new Left(owedBy(claimId, payer.payerId()), open);
    }

    /** A payer has passed the claim on to it, and nobody has told us of the coverage. */
    private static boolean isOfNoCoverage(ClaimContent content, UUID payerId) {
        return !payerId.equals(content.facts().payer().payerId())
                && !content.facts().nextPayers().contains(payerId);
    }

    /** What a payer before owes beside its refusals: what it called the patient's when it passed the claim on to we did not know whom. */
    private static List<Left.Open> keptFor(UUID payerId, ByLine owed, List<Left.Open> refused) {
        var kept = new ByLine();
        kept.addAll(owed);
        refused.stream()
                .filter(refusal -> refusal.payerId().equals(payerId))
                .forEach(refusal -> kept.add(refusal.line(), refusal.amount().negated()));
        return kept.positive().entrySet().stream()
                .map(line -> new Left.Open(payerId, line.getKey(), null, null, line.getValue(), owed.sum()))
                .toList();
    }

    private static boolean isBefore(PayerOfClaim payer, UUID other) {
        return !other.equals(payer.payerId()) && !payer.next().contains(other);
    }

    void follow(List<JournalEntry.Line> posted) {
        for (var line : posted) {
            var claim = line.reference().claimId();
            var payer = line.reference().payerId();
            if (line.account() == Account.INSURANCE_RECEIVABLE && claim != null && payer != null) {
                owedBy(claim, payer).add(line.claimLine(), line.amount());
            }
        }
    }
}
