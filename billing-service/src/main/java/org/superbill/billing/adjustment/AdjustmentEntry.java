package org.superbill.billing.adjustment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.superbill.billing.adjustment.Adjustment.By;
import org.superbill.billing.adjustment.Adjustment.Moved;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.ByHand;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;

/** The journal entry of what a person moves. Pure. */
final class AdjustmentEntry {
    private AdjustmentEntry() {}

    static JournalEntry of(UUID entryId, Moved moved, LocalDate today, By by) {
        var from = new Reference(moved.patientId(), moved.claimId(), moved.payerId(), null);
        var to = moved.kind().to() == Account.INSURANCE_RECEIVABLE
                ? from.withPayer(Objects.requireNonNull(moved.toPayerId()))
                : from;
        return new JournalEntry.Builder()
                .move(
                        Cents.of(moved.amountCents()),
                        moved.kind().to(),
                        to,
                        moved.kind().from(),
                        from,
                        null,
                        moved.reason().wire())
                .build(entryId, Kind.ADJUSTMENT, today, null, new ByHand(by.subject(), by.authority(), null));
    }
}
