package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A subsequent myocardial infarction without the one that it came after. Source: guideline I.C.9.e.4. */
final class SubsequentInfarction implements CodeRule {
    private static final Rule RULE = new Rule(
            "subsequent-infarction",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.9.e.4 (subsequent acute myocardial infarction)",
            "A subsequent myocardial infarction stands beside the first one",
            "Code the infarction of the last four weeks (I21) too; where there was none, code I21 alone.");

    private static final List<String> SUBSEQUENT = List.of("I22");
    private static final List<String> FIRST = List.of("I21");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var subsequent = Codes.firstUnder(set, SUBSEQUENT);
        if (subsequent != null && Codes.firstUnder(set, FIRST) == null) {
            found.accept(RULE.finding(
                    subsequent.pointer(),
                    "%s is a subsequent infarction, and the one before it is not coded".formatted(subsequent.written()),
                    subsequent.written()));
        }
    }
}
