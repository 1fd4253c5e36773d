package org.superbill.billing.edits;

import java.util.ArrayList;
import java.util.List;
import org.superbill.billing.editrule.ClaimRule;
import org.superbill.billing.editrule.EvaluationSteps;
import org.superbill.billing.editrule.RuleVariables;
import org.superbill.billing.editrule.Verdict;
import org.superbill.billing.reference.ClaimFacts;

/** The rules of payers and of the organization, which are data, as of the dates of service. One that cannot be evaluated is told of, and stops nothing. */
final class OwnRules {
    static final EditRule BROKEN = new EditRule(
            "own-rule-broken",
            1,
            Severity.WARNING,
            "The organization's own rule, which the message names",
            "Every rule of the organization and of the payer could be evaluated",
            "Correct the rule or switch it off; the claim has not been checked by it, nor by those after it where all steps were taken");

    private static final String CLAIM = "/encounter";

    private OwnRules() {}

    static List<Finding> check(ClaimFacts facts, EditContext context) {
        if (context.rules().isEmpty()) {
            return List.of();
        }
        var variables = RuleVariables.of(facts, context.today());
        var steps = new EvaluationSteps();
        var found = new ArrayList<Finding>();
        for (var rule : context.rules()) {
            if (rule.concerns(facts)) {
                var verdict = rule.judge(variables, steps);
                if (verdict.broken() != null) {
                    found.add(BROKEN.finding(
                            CLAIM, "The rule %s cannot be evaluated: %s".formatted(rule.name(), verdict.broken())));
                }
                findings(rule, verdict, facts, found);
                if (steps.areSpent()) {
                    break; // the finding names the rule at which it ended
                }
            }
        }
        return found;
    }

    private static void findings(ClaimRule rule, Verdict verdict, ClaimFacts facts, List<Finding> found) {
        if (verdict.claim()) {
            found.add(finding(rule, rule.pointer()));
        }
        for (var index : verdict.lines()) {
            var line = facts.encounter().lines().get(index);
            if (rule.inForce(line.serviceDate())) {
                found.add(finding(rule, "/encounter/lines/%d%s".formatted(index, rule.pointer()))
                        .onLine(line.lineNumber()));
            }
        }
    }

    private static Finding finding(ClaimRule rule, String pointer) {
        return new Finding(
                "own-rule/" + rule.name(),
                rule.version(),
                rule.error() ? Severity.ERROR : Severity.WARNING,
                rule.source(),
                rule.effectiveFrom(),
                rule.effectiveTo(),
                null,
                pointer,
                rule.message(),
                rule.fix(),
                rule.needsReason());
    }
}
