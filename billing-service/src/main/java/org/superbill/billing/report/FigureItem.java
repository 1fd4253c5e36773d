package org.superbill.billing.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is made of: an entry of the books, or a claim.
 *
 * @param entryId opens further by {@code /ledger/entries/{entryId}/sources}
 * @param claimId of an open item: opens further by {@code /ledger/entries?claimId=}
 * @param what the kind of entry, or what became of the claim
 * @param amountCents what it adds; absent where claims are counted
 */
@Schema(name = "ReportFigureItem")
record FigureItem(
        @JsonIgnore UUID id,
        @Nullable UUID entryId,
        @Nullable UUID claimId,
        @Nullable UUID patientId,
        @Nullable UUID remittanceId,
        LocalDate on,
        String what,
        @Nullable Long amountCents) {

    /** Only for the API's document. */
    @Schema(name = "ReportFigureItemPage")
    record Listed(List<FigureItem> items, @Nullable String nextCursor) {}
}
