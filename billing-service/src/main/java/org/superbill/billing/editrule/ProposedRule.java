package org.superbill.billing.editrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as {@code POST /claim-rules} takes it. */
@Schema(name = "ProposedClaimRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposedRule(
        String name, UUID payerId, RuleDefinition definition, LocalDate effectiveFrom, String owner) {

    /** How its tests end; it does what it says when all pass. */
    public boolean passesItsTests() {
        try {
            var rule = ClaimRule.compiled(new ClaimRule.Identity(name, 1, payerId, effectiveFrom, null), definition);
            return definition.tests().stream().allMatch(test -> test.run(rule).passed());
        } catch (Condition.NotACondition | IllegalArgumentException e) {
            return false;
        }
    }
}
