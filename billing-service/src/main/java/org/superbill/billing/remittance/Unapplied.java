package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Kind;
import org.superbill.billing.ledger.JournalEntry.Reference;
import org.superbill.servicekit.ids.Ids;

/** Money whose claim we do not know is kept, visibly, until it is applied. Pure. */
final class Unapplied {
    private Unapplied() {}

    static Optional<JournalEntry> entry(
            UUID remittanceId, @Nullable UUID payerId, Cents money, LocalDate date, String why) {
        return entry(Kind.UNAPPLIED_PAYMENT, remittanceId, payerId, money, date, why);
    }

    static Optional<JournalEntry> takenBack(
            UUID remittanceId, @Nullable UUID payerId, Cents money, LocalDate date, String why) {
        return entry(Kind.UNAPPLIED_REVERSAL, remittanceId, payerId, money.negated(), date, why);
    }

    private static Optional<JournalEntry> entry(
            Kind kind, UUID remittanceId, @Nullable UUID payerId, Cents money, LocalDate date, String why) {
        var lines = new JournalEntry.Builder()
                .move(
                        money,
                        Account.CASH,
                        Account.UNAPPLIED_CASH,
                        new Reference(null, null, payerId, remittanceId),
                        null,
                        null);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.build(Ids.next(), kind, date, why));
    }
}
