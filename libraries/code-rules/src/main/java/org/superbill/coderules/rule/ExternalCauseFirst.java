package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An external cause as principal or first-listed diagnosis. Source: guideline I.C.20.a.6. */
final class ExternalCauseFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "external-cause-first",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.20.a.6 (never a principal diagnosis)",
            "An external cause is never the first diagnosis",
            "Put the injury or condition first, and this code after it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first != null && first.isExternalCause()) {
            found.accept(RULE.finding(
                    first.pointer(),
                    "%s says how it came about and cannot be the first diagnosis".formatted(first.written()),
                    first.written()));
        }
    }
}
