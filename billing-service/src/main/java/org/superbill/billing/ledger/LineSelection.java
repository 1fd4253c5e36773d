package org.superbill.billing.ledger;

import java.time.LocalDate;
import java.util.Set;

/**
 * Lines of which a figure is the sum.
 *
 * @param from the first day on which they are booked; {@link LocalDate#MIN} for all before {@code to}
 * @param to the last
 */
public record LineSelection(Set<Account> accounts, LocalDate from, LocalDate to, Side side, Of of) {
    /** Which lines count. */
    public enum Of {
        ALL,
        /** Of entries that moved what somebody owes. */
        ENTRIES_OF_RECEIVABLES,
        /** About claims that were charged in these books: of one that was taken over, the charge was an earlier system's income. */
        OWN_CLAIMS
    }

    /** Which amounts count. */
    public enum Side {
        DEBIT,
        CREDIT,
        BOTH
    }

    public LineSelection {
        accounts = Set.copyOf(accounts);
    }
}
