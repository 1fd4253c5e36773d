package org.superbill.billing.claim;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bulk action and how far it is.
 *
 * @param total claims that the query found when it was asked for, and named ids that are no claim's, which fail; later claims are left alone
 * @param waiting zero when it has come to its end
 */
@Schema(name = "BulkAction")
record BulkActionView(
        UUID id,
        @Schema(examples = "submit") ClaimAction.Kind action,
        @Nullable String reason,
        ClaimFilter query,
        String requestedBy,
        Instant requestedAt,
        int total,
        int waiting,
        int done,
        int failed) {

    /** A claim that the step was refused for. @param problem the problem's code, e.g. {@code claim-step-not-allowed} */
    @Schema(name = "BulkActionFailure")
    record Failure(
            UUID claimId,
            @Schema(examples = "claim-step-not-allowed") String problem,
            String detail) {}

    /** Only for the API's document. */
    @Schema(name = "BulkActionFailurePage")
    record Failures(List<Failure> items, @Nullable String nextCursor) {}
}
