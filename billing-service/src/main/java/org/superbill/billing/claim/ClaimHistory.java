package org.superbill.billing.claim;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a claim, oldest first. */
record ClaimHistory(UUID claimId, List<Step> steps) {
    /** @param detail in plain words, without patient data */
    @Schema(name = "ClaimHistoryStep")
    record Step(
            Instant at,
            int claimVersion,
            @Schema(examples = "sent") String step,
            String detail) {}
}
