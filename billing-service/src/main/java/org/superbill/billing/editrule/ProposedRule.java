package org.superbill.billing.editrule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** A rule as {@code POST /claim-rules} takes it. */
@Schema(name = "ProposedClaimRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposedRule(
        String name, UUID payerId, RuleDefinition definition, LocalDate effectiveFrom, String owner) {

    /** Whether it catches a line of a claim, as on a day. */
    public boolean catches(ClaimFacts facts, EncounterCoded.Line line, LocalDate on) {
        try {
            var rule = ClaimRule.compiled(new ClaimRule.Identity(name, 1, payerId, effectiveFrom, null), definition);
            return rule.judge(RuleVariables.of(facts, on))
                    .lines()
                    .contains(facts.encounter().lines().indexOf(line));
        } catch (Condition.NotACondition e) {
            return false;
        }
    }

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
