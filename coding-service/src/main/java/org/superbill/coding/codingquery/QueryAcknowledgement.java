package org.superbill.coding.codingquery;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a coder sends a question that a rule warns of.
 *
 * @param rule the finding's
 * @param pointer the finding's; every finding of the rule when absent
 * @param reason what the rule cannot know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingQueryAcknowledgement")
record QueryAcknowledgement(
        @NotBlank @Size(max = 100) String rule,

        @Nullable @Size(max = 200) @Pattern(regexp = "(/[^/]*)*")
        String pointer,

        @NotBlank @Size(max = 500) String reason) {

    boolean isOf(QueryFinding finding) {
        return rule.equals(finding.rule()) && (pointer == null || pointer.equals(finding.pointer()));
    }
}
