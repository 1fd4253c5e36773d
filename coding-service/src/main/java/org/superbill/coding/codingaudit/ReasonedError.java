package org.superbill.coding.codingaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingscore.CodeError;

/**
 * An error with why the auditor thinks it came about.
 *
 * @param category absent where the auditor gave none
 * @param comment in the auditor's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingAuditError")
record ReasonedError(
        CodeError error,
        @Nullable Category category,
        @Nullable String comment) {

    /** Why codes are wrong. */
    @Schema(name = "CodingAuditReason")
    enum Category {
        /** The record does not say what was coded. */
        @JsonProperty("documentation")
        DOCUMENTATION,
        /** A guideline was not followed. */
        @JsonProperty("guideline")
        GUIDELINE,
        /** Something in the record was overlooked. */
        @JsonProperty("abstraction")
        ABSTRACTION,
        /** A more exact code was to be had. */
        @JsonProperty("specificity")
        SPECIFICITY,
        @JsonProperty("sequencing")
        SEQUENCING,
        @JsonProperty("modifier")
        MODIFIER,
        /** A payer's or the organization's own rule was not followed. */
        @JsonProperty("payer-rule")
        PAYER_RULE,
        /** A question should have been asked. */
        @JsonProperty("missed-query")
        MISSED_QUERY,
        @JsonProperty("typing")
        TYPING,
        @JsonProperty("other")
        OTHER
    }
}
