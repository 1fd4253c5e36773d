package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A code of chapter 15 behind one of another chapter. A Z code that may only be first, e.g. an examination before surgery, keeps its place. Source: guideline
 * I.C.15.a.1.
 */
final class PregnancyFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "pregnancy-first",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.15.a.1 (chapter 15 has sequencing priority)",
            "Codes of chapter 15 stand before those of other chapters",
            "Put the code of chapter 15 first, and what says more of it after it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first == null || Pregnancy.isOf(first.code()) || FirstListedOnly.onlyFirst(first.code())) {
            return;
        }
        set.diagnoses().stream()
                .filter(diagnosis -> Pregnancy.isOf(diagnosis.code()))
                .findFirst()
                .ifPresent(diagnosis -> found.accept(RULE.finding(
                        List.of(diagnosis.pointer(), first.pointer()),
                        "%s is of chapter 15 and stands behind %s".formatted(diagnosis.written(), first.written()),
                        RULE.fix(),
                        diagnosis.written(),
                        first.written())));
    }
}
