package org.superbill.billing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as the API shows it.
 *
 * @param bookedOn the day under which it counts: that on which it occurred, or the first open day when that one's month was closed
 * @param postedBy who posted it by hand, and on what authority; absent for what follows from a file or a claim
 */
@Schema(name = "JournalEntry")
record EntryView(
        UUID id,
        String kind,
        LocalDate occurredOn,
        Instant postedAt,
        @Nullable String memo,
        LocalDate bookedOn,
        @Nullable String postedBy,
        @Nullable String authority,
        @Nullable UUID reversesEntryId,
        List<LineView> lines) {

    /** Of {@code debitCents} and {@code creditCents} one is zero. @param payerReference of a provider adjustment (PLB03-2) */
    @Schema(name = "JournalEntryLine")
    record LineView(
            Account account,
            long debitCents,
            long creditCents,
            @Nullable UUID patientId,
            @Nullable UUID claimId,
            @Nullable UUID payerId,
            @Nullable UUID remittanceId,
            @Nullable Integer claimLine,
            @Nullable String reason,
            @Nullable String payerReference) {}

    /** As it was posted. */
    JournalEntry entry() {
        return new JournalEntry(
                id,
                JournalEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
                occurredOn,
                memo,
                lines.stream()
                        .map(line -> new JournalEntry.Line(
                                line.account(),
                                Cents.of(line.debitCents() - line.creditCents()),
                                new JournalEntry.Reference(
                                        line.patientId(),
                                        line.claimId(),
                                        line.payerId(),
                                        line.remittanceId(),
                                        line.payerReference()),
                                line.claimLine(),
                                line.reason()))
                        .toList());
    }

    /** Only for the API's document. */
    @Schema(name = "JournalEntryPage")
    record Listed(List<EntryView> items, @Nullable String nextCursor) {}
}
