package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A code before one that its code-first note names among others, where what stands first may be the cause as well: dementia of normal pressure hydrocephalus in a
 * patient who has hypothyroidism too, which the note names. Source: guideline I.A.13; the note itself.
 */
final class CodeFirstOpen implements CodeRule {
    private static final Rule RULE = new Rule(
            "code-first-open",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.13 (code first)",
            "What a code-first note names among others stands before the code, unless another disease is its cause",
            "Move it before the code whose note names it, if it is its cause.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            var late = CodeFirst.late(set, diagnosis);
            if (late != null && CodeFirst.isOpen(late.note(), diagnosis)) {
                found.accept(CodeFirst.finding(RULE, diagnosis, late));
            }
        }
    }
}
