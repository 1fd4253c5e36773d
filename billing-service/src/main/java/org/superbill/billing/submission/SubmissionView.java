package org.superbill.billing.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of claims as the API shows it.
 *
 * @param kind {@code 837} claims or {@code 276} claim status requests
 * @param usageIndicator ISA15: {@code T} test or {@code P} production
 * @param state {@code written} and {@code staged} go again; {@code sent}; {@code received} or {@code rejected} by the receiver
 * @param acknowledgment what the receiver said of the file as a whole, e.g. {@code TA1 A, 999 A}
 */
@Schema(name = "Submission")
record SubmissionView(
        UUID id,
        @Schema(examples = "payer-simulator") String connection,
        UUID payerId,
        @Schema(examples = "837") String kind,
        @Schema(examples = "P") @Nullable String usageIndicator,
        @Schema(examples = "sent") SubmissionState state,
        @Nullable String fileName,
        @Schema(examples = "000000001") String interchangeControlNumber,
        int claimCount,
        long totalChargeCents,
        String sha256,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        int failedAttempts,
        @Nullable String acknowledgment) {

    /** Only for the API's document. */
    @Schema(name = "SubmissionPage")
    record Listed(List<SubmissionView> items, @Nullable String nextCursor) {}
}
