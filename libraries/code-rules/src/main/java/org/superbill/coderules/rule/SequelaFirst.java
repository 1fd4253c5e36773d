package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A sequela code before the condition that remains. Source: guidelines I.B.10 and I.C.19.a. */
final class SequelaFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "sequela-first",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.10 and I.C.19.a (the condition that remains first)",
            "A sequela code is never the first diagnosis",
            "Put the condition that remains, e.g. the scar, first and the sequela code after it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first != null && Sequelae.isSequela(first.code())) {
            found.accept(RULE.finding(
                    first.pointer(),
                    "%s is the cause of what remains, which is coded before it".formatted(first.written()),
                    first.written()));
        }
    }
}
