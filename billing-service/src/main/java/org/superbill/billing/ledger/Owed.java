package org.superbill.billing.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes for a claim.
 *
 * @param payerId who owes it, where a payer does
 * @param balance above zero
 */
public record Owed(Account account, @Nullable UUID payerId, UUID patientId, Cents balance) {

    /** @throws IllegalStateException where no payer owes it */
    public UUID payerIdOrThrow() {
        if (payerId == null) {
            throw new IllegalStateException("No payer owes what is in " + account);
        }
        return payerId;
    }
}
