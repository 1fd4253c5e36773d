package org.superbill.billing.editrule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim that a rule has to catch, or has to leave alone.
 *
 * @param claim by the names that conditions use; what it leaves out is empty, or zero
 */
@Schema(name = "ClaimRuleTest")
public record RuleTest(
        @NotBlank @Size(max = 100) String name,
        boolean catches,
        @NotNull Map<String, Object> claim) {
    public RuleTest {
        claim = Map.copyOf(claim);
    }

    /** How a test ended. */
    @Schema(name = "ClaimRuleTestResult")
    public record Result(String name, boolean passed, String outcome) {}

    /** @throws IllegalArgumentException naming what a claim does not have */
    Result run(ClaimRule rule) {
        var verdict = rule.judge(TestClaim.variables(claim));
        var outcome =
                verdict.broken() != null ? "broken: " + verdict.broken() : verdict.catches() ? "caught" : "left alone";
        return new Result(name, verdict.broken() == null && verdict.catches() == catches, outcome);
    }
}
