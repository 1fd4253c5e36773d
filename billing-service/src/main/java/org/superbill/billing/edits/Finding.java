package org.superbill.billing.edits;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an edit found.
 *
 * @param pointer JSON Pointer into the claim's facts: the field to correct
 * @param message what is wrong, without the value
 */
@Schema(name = "ClaimFinding")
public record Finding(
        @Schema(examples = "member-id") String rule,
        int version,
        Severity severity,

        @Schema(examples = "005010X222A1, loop 2010BA, NM109")
        String source,

        @Schema(examples = "/coverage/memberId") String pointer,
        String message,
        String fix) {}
