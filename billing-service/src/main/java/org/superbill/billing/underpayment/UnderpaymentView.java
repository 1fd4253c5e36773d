package org.superbill.billing.underpayment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line that was allowed less than the contract says.
 *
 * @param allowedCents what the payer allowed, before the patient's part, sequestration and what another payer paid
 * @param shortfallCents expected less allowed
 * @param told whether the payer has said what it allows (AMT*B6); else it is the charge less what was taken off by contract
 */
@Schema(name = "Underpayment")
record UnderpaymentView(
        UUID id,
        UUID claimId,
        int lineNumber,
        UUID remittanceId,
        UUID payerId,
        long expectedCents,
        long allowedCents,
        long shortfallCents,
        boolean told,
        @Schema(examples = "open") Underpayment.State state,
        Instant foundAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        long revision) {

    /** Only for the API's document. */
    @Schema(name = "UnderpaymentPage")
    record Listed(List<UnderpaymentView> items, @Nullable String nextCursor) {}
}
