package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codecheck.Finding;

/**
 * Why a coder leaves something as it is that a rule warns of.
 *
 * @param rule the finding's
 * @param pointer the finding's; every finding of the rule when absent
 * @param reason for people, without patient data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseAcknowledgement")
public record Acknowledgement(
        @NotBlank @Size(max = 100) String rule,

        @Nullable @Size(max = 200) @Pattern(regexp = "(/.*)?")
        String pointer,

        @NotBlank @Size(max = 500) String reason) {

    boolean isOf(Finding finding) {
        return rule.equals(finding.rule()) && (pointer == null || pointer.equals(finding.pointer()));
    }
}
