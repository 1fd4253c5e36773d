package org.superbill.billing.refund;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that is owed back for a claim.
 *
 * @param claimId absent when it is of no claim
 * @param payerId absent when it is the patient's
 * @param payerReference the number of the payer's letter
 * @param payerClaimNumber by which the payer's remittance acknowledges it (PLB 72)
 * @param acknowledgedBy the remittance that says so
 */
@Schema(name = "Refund")
record RefundView(
        UUID id,
        @Nullable UUID claimId,
        UUID patientId,
        @Nullable UUID payerId,
        Refund.Against against,
        long amountCents,
        @Nullable String payerReference,
        @Nullable String payerClaimNumber,
        String reason,
        LocalDate requestedOn,
        @Nullable LocalDate dueOn,
        @Schema(examples = "requested") Refund.State state,
        @Nullable String checkNumber,
        @Nullable LocalDate paidOn,
        @Nullable UUID acknowledgedBy,
        String requestedBy,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        long revision) {

    /** Only for the API's document. */
    @Schema(name = "RefundPage")
    record Listed(List<RefundView> items, @Nullable String nextCursor) {}
}
