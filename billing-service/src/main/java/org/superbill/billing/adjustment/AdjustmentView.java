package org.superbill.billing.adjustment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person moved in the books.
 *
 * @param payerId who owed it
 * @param toPayerId who owes it now
 * @param authority the role within whose limit it is
 * @param reverses the adjustment that this one takes back
 * @param reversedBy the adjustment that took this one back
 */
@Schema(name = "LedgerAdjustment")
record AdjustmentView(
        UUID id,
        AdjustmentKind kind,
        AdjustmentReason reason,
        @Nullable String note,
        UUID claimId,
        UUID patientId,
        @Nullable UUID payerId,
        @Nullable UUID toPayerId,
        long amountCents,
        String authority,
        String postedBy,
        Instant postedAt,
        UUID entryId,
        @Nullable UUID reverses,
        @Nullable UUID reversedBy) {

    /** Only for the API's document. */
    @Schema(name = "LedgerAdjustmentPage")
    record Listed(List<AdjustmentView> items, @Nullable String nextCursor) {}
}
