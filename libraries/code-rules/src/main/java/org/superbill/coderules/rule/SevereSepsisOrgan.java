package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Severe sepsis without shock and without any organ that fails. Shock is such a failure itself (I.C.1.d.2). The note at R65.2 names examples only, so another code may
 * be meant. Source: guideline I.C.1.d.1.b.
 */
final class SevereSepsisOrgan implements CodeRule {
    private static final Rule RULE = new Rule(
            "severe-sepsis-organ",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.1.d.1.b (severe sepsis)",
            "Severe sepsis without shock has the code of an acute organ dysfunction",
            "Code the organ dysfunction that the record ties to the sepsis; where it names none, ask the provider.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var severe = Codes.firstUnder(set, Sepsis.SEVERE_WITHOUT_SHOCK);
        if (severe != null && Codes.firstUnder(set, Sepsis.ORGAN_DYSFUNCTION) == null) {
            found.accept(RULE.finding(
                    severe.pointer(),
                    "%s is there without the code of an acute organ dysfunction".formatted(severe.written()),
                    severe.written()));
        }
    }
}
