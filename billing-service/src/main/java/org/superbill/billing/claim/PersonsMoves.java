package org.superbill.billing.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.ledger.Cents;

/**
 * What persons have given up, or passed on, of what was owed for claims. It stands on that debt: where the debt is taken away, what was
 * moved of it would be left as a credit that nobody has paid. Each is in the caller's transaction, and answers with what was taken back by claim.
 */
public interface PersonsMoves {
    /** All of it: nothing is charged for the claims any more. */
    Map<UUID, Cents> takeBackAll(Collection<UUID> claimIds, LocalDate on, String why);

    /** The newest first, until nothing is below zero that persons have moved something of. */
    Map<UUID, Cents> takeBackExcess(Collection<UUID> claimIds, LocalDate on, String why);
}
