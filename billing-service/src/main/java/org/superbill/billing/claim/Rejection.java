package org.superbill.billing.claim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a payer or its front door did not take a claim.
 *
 * @param code as it came: e.g. {@code A7:164} (277CA category and status), {@code 999:R}, {@code TA1:R:020}
 * @param entity the code of whom it concerns, e.g. {@code IL} the subscriber
 * @param pointer JSON Pointer to the fact to fix, where it can be told
 * @param message in plain words
 */
@Schema(name = "ClaimRejection")
public record Rejection(
        @Schema(examples = "A7:164") String code,
        @Schema(examples = "IL") @Nullable String entity,
        @Schema(examples = "/coverage/memberId") @Nullable String pointer,
        String message) {}
