package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A post COVID-19 condition before what it consists of. Source: guideline I.C.1.g.1.m; the code-first note at U09.9. */
final class PostCovidFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "post-covid-first",
            Severity.WARNING,
            "ICD-10-CM Tabular List, code-first note at U09.9; Official Guidelines for Coding and Reporting, section I.C.1.g.1.m (post COVID-19 condition)",
            "The condition that COVID-19 has left behind stands before U09.9",
            "Put the condition first and U09.9 after it; where the other diagnoses have nothing to do with COVID-19, say so.");

    private static final String POST_COVID = "U099";
    /** Circumstances, causes and a new infection are not what is left behind. */
    private static final String NO_CONDITION = "UVWXYZ";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first == null || !first.code().equals(POST_COVID)) {
            return;
        }
        set.diagnoses().stream()
                .filter(diagnosis -> !diagnosis.code().isEmpty()
                        && NO_CONDITION.indexOf(diagnosis.code().charAt(0)) < 0)
                .findFirst()
                .ifPresent(condition -> found.accept(RULE.finding(
                        List.of(first.pointer(), condition.pointer()),
                        "U09.9 stands before %s".formatted(condition.written()),
                        RULE.fix(),
                        first.written(),
                        condition.written())));
    }
}
