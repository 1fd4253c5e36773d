package org.superbill.billing.editrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule says.
 *
 * @param scope whether the condition is asked once of the claim or once of each line
 * @param condition CEL, true for what is to be found; docs/claim-rules.md lists what it may ask
 * @param severity an error keeps a claim; a warning is told; a warning that needs a reason keeps it until somebody passes it
 * @param pointer JSON Pointer to the field to correct: into the claim, or into the line where the scope is line
 * @param message what is wrong, a sentence
 * @param source who says so: the payer's manual with its section, a denial
 */
@Schema(name = "ClaimRuleDefinition")
public record RuleDefinition(
        @NotNull Scope scope,
        @NotBlank @Size(max = 4_000) String condition,
        @NotNull Weight severity,

        @NotNull @Size(max = 200) @Pattern(regexp = "(?!.*//)(/[A-Za-z0-9/]*[A-Za-z0-9])?")
        String pointer,

        @NotBlank @Size(max = LONGEST_MESSAGE) String message,
        @NotBlank @Size(max = 500) String fix,
        @NotBlank @Size(max = 300) String source,
        @NotNull @Size(max = 50) List<@Valid @NotNull RuleTest> tests) {
    public static final int LONGEST_MESSAGE = 300;

    public RuleDefinition {
        tests = List.copyOf(tests);
    }

    /** What a condition is asked of. */
    @Schema(name = "ClaimRuleScope")
    public enum Scope {
        claim,
        line
    }

    /** How much a finding weighs. */
    @Schema(name = "ClaimRuleSeverity")
    public enum Weight {
        error,
        warning,
        reason
    }

    boolean ofLines() {
        return scope == Scope.line;
    }
}
