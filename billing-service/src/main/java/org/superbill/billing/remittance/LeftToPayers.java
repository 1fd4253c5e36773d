package org.superbill.billing.remittance;

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
     * @param refused of these claims what payers refuse and nobody has paid since
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
        return new Left(
                owedBy(claimId, payer.payerId()),
                refused.stream()
                        .filter(refusal -> refusal.claimId().equals(claimId))
                        .filter(refusal -> isBefore(payer, refusal.payerId()))
                        .map(refusal -> new Left.Refused(
                                refusal, owedBy(claimId, refusal.payerId()).sum()))
                        .toList());
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
