package org.superbill.billing.x12file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of one part of a file.
 *
 * @param kind {@code TA1}, {@code 999}, {@code 277CA}, {@code 277} or {@code 835}
 * @param reference ST02; TA101 of a TA1
 * @param result {@code applied}, {@code posted}, {@code duplicate}, {@code quarantined}, {@code waiting} or {@code rejected}
 * @param id of what it made, e.g. the remittance
 */
@Schema(name = "X12FileOutcome")
record Outcome(
        @Schema(examples = "835") String kind,
        String reference,
        @Schema(examples = "posted") String result,
        String message,
        @Nullable String id) {

    @JsonIgnore
    boolean isRejected() {
        return result.equals("rejected");
    }
}
