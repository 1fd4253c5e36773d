package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An encounter without any diagnosis. Source: 005010X222A1, loop 2300, HI. */
final class NoDiagnosis implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnosis-missing",
            Severity.ERROR,
            "005010X222A1, loop 2300, HI (at least one diagnosis)",
            "There is a diagnosis",
            "Code at least the reason for the encounter.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.codes().diagnoses().isEmpty()) {
            found.accept(RULE.finding("/diagnoses", "No diagnosis is coded"));
        }
    }
}
