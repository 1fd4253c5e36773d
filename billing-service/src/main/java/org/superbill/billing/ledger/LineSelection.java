package org.superbill.billing.ledger;

import java.time.LocalDate;
import java.util.Set;

/**
 * Lines of which a figure is the sum.
 *
 * @param from the first day on which they are booked; {@link LocalDate#MIN} for all before {@code to}
 * @param to the last
 * @param besideReceivables only of entries that moved what somebody owes for a claim
 */
public record LineSelection(Set<Account> accounts, LocalDate from, LocalDate to, Side side, boolean besideReceivables) {
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
