package org.superbill.billing.claimstatus;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question about a claim, and what the payer answered.
 *
 * @param reason {@code demand} of a person or {@code schedule}
 * @param state {@code waiting} for its file, {@code asked} or {@code answered}
 * @param submissionId the 276 that carries it
 * @param answerFileId the 277 that answers it
 * @param payerClaimNumber REF*1K of the answer
 * @param statuses as the payer told them
 */
@Schema(name = "StatusInquiry")
record StatusInquiryView(
        UUID id,
        UUID claimId,
        @Schema(examples = "SB1000V1") String claimNumber,
        UUID payerId,
        @Schema(examples = "demand") String reason,
        @Schema(examples = "answered") String state,
        Instant waitingSince,
        @Nullable Instant askedAt,
        @Nullable UUID submissionId,
        @Nullable Instant answeredAt,
        @Nullable UUID answerFileId,
        @Nullable String payerClaimNumber,
        List<ToldStatus> statuses) {

    /** Every question about a claim, oldest first. */
    @Schema(name = "StatusInquiries")
    record Listed(List<StatusInquiryView> items) {}
}
