package org.superbill.billing.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of claims as the API shows it.
 *
 * @param state {@code written} (not certainly arrived, goes again) or {@code sent}
 * @param acknowledgment what the receiver said of the file as a whole, e.g. {@code 999 A}
 */
@Schema(name = "Submission")
record SubmissionView(
        UUID id,
        @Schema(examples = "payer-simulator") String connection,
        UUID payerId,
        @Schema(examples = "sent") String state,
        @Schema(examples = "000000001") String interchangeControlNumber,
        int claimCount,
        long totalChargeCents,
        String sha256,
        Instant writtenAt,
        @Nullable Instant sentAt,
        int failedAttempts,
        @Nullable String acknowledgment) {

    /** Only for the API's document. */
    @Schema(name = "SubmissionPage")
    record Listed(List<SubmissionView> items, @Nullable String nextCursor) {}
}
