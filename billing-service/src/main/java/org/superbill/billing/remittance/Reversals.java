package org.superbill.billing.remittance;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Account;
import org.superbill.billing.ledger.JournalEntry;
import org.superbill.billing.ledger.JournalEntry.Line;
import org.superbill.servicekit.ids.Ids;

/** An entry is taken back by one with the same lines and the signs turned. Pure. */
final class Reversals {
    private Reversals() {}

    /** @param remittanceId what the new entry is about; for an undoing that of the entry itself */
    static JournalEntry of(
            JournalEntry entry, JournalEntry.Kind kind, LocalDate on, @Nullable String why, UUID remittanceId) {
        return new JournalEntry(
                Ids.next(),
                kind,
                on,
                why,
                entry.lines().stream().map(line -> turned(line, remittanceId)).toList());
    }

    private static Line turned(Line line, UUID remittanceId) {
        return new Line(
                line.account(),
                line.amount().negated(),
                line.reference().withRemittance(remittanceId),
                line.claimLine(),
                line.reason());
    }

    /** Whose balance the entry moves. */
    static Optional<UUID> patient(JournalEntry entry) {
        return entry.lines().stream()
                .filter(line -> line.account() == Account.PATIENT_RECEIVABLE)
                .map(line -> line.reference().patientId())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
