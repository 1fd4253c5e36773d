package org.superbill.billing.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the books against what a feature has on record by itself: they were written by the same code, but who changes one of them, or forgets
 * one, is found by the other. Each question is one statement over the records and the lines, which sees both at one moment; it is the only
 * place where a feature reads lines of the ledger.
 */
public interface AgainstRecords {
    /** @param explanation with amounts in cents, and without patient data */
    record Difference(@Nullable UUID entryId, @Nullable UUID claimId, String explanation) {}

    /** @param most this many at most of each kind */
    List<Difference> differences(int most);
}
