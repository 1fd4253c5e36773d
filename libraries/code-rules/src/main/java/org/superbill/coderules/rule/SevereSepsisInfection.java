package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Severe sepsis without the systemic infection that it comes from. Another infection of chapter 1 may be one, which a person has to say. Source: guideline
 * I.C.1.d.1.b; the code-first note at R65.2.
 */
final class SevereSepsisInfection implements CodeRule {
    private static final Rule RULE = new Rule(
            "severe-sepsis-infection",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.1.d.1.b (severe sepsis)",
            "Severe sepsis stands behind its systemic infection",
            "Code the systemic infection before it; A41.9 where the record names no organism.");

    private static final Rule UNSURE = RULE.asWarning();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var severe = Codes.firstUnder(set, Sepsis.SEVERE);
        if (severe != null && Codes.firstUnder(set, Sepsis.SYSTEMIC) == null) {
            var mayBe = Codes.firstUnder(set, Sepsis.INFECTIOUS) != null;
            found.accept((mayBe ? UNSURE : RULE)
                    .finding(
                            severe.pointer(),
                            "%s is there without the code of a systemic infection".formatted(severe.written()),
                            severe.written()));
        }
    }
}
