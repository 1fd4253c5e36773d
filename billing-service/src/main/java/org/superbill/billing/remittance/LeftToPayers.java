package org.superbill.billing.remittance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.ClaimContent;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;

/** What the payers before have left to later ones, of the claims that a later payer decides in a chunk of a payment; it follows what the chunk itself posts. */
final class LeftToPayers {
    /** By claim and payer. */
    private final Map<UUID, Map<UUID, Cents>> owed = new HashMap<>();

    /** @param owed what each payer owes for each claim whose later payers decide something */
    LeftToPayers(Map<UUID, Map<UUID, Cents>> owed) {
        owed.forEach((claim, payers) -> this.owed.put(claim, new HashMap<>(payers)));
    }

    /** Whether another payer of the claim comes before this one. */
    static boolean isLater(ClaimContent content, UUID payerId) {
        return content.coordination() != null
                || !payerId.equals(content.facts().payer().payerId());
    }

    /** Null for the first payer, which owes all that was charged. */
    @Nullable
    Cents to(ClaimContent content, UUID payerId) {
        return isLater(content, payerId)
                ? owed.getOrDefault(content.claimId(), Map.of()).getOrDefault(payerId, Cents.ZERO)
                : null;
    }

    void follow(List<JournalEntry.Line> posted) {
        for (var line : posted) {
            var claim = line.reference().claimId();
            var payer = line.reference().payerId();
            if (line.account() == Account.INSURANCE_RECEIVABLE && claim != null && payer != null) {
                owed.computeIfAbsent(claim, id -> new HashMap<>()).merge(payer, line.amount(), Cents::plus);
            }
        }
    }
}
