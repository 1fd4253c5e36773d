package org.superbill.billing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A journal entry as the API shows it. */
@Schema(name = "JournalEntry")
record EntryView(
        UUID id,
        String kind,
        LocalDate occurredOn,
        Instant postedAt,
        @Nullable String memo,
        List<LineView> lines) {

    /** Of {@code debitCents} and {@code creditCents} one is zero. */
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
            @Nullable String reason) {}

    /** Only for the API's document. */
    @Schema(name = "JournalEntryPage")
    record Listed(List<EntryView> items, @Nullable String nextCursor) {}
}
