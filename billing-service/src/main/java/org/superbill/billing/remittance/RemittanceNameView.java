package org.superbill.billing.remittance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A name under which a payer remits.
 *
 * @param name as the payer writes it (N102)
 * @param remittanceId the payment that was accepted with it
 * @param withdrawnAt absent while payments under the name are the payer's
 */
@Schema(name = "RemittanceName")
record RemittanceNameView(
        UUID id,
        UUID payerId,
        @Schema(examples = "KEY HOLDINGS, INC.") String name,
        UUID remittanceId,
        String taughtBy,
        Instant taughtAt,
        String reason,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        long revision) {
    /** For the document of the API, which cannot name a generic type. */
    @Schema(name = "RemittanceNamePage")
    record Listed(List<RemittanceNameView> items, @Nullable String nextCursor) {}
}
