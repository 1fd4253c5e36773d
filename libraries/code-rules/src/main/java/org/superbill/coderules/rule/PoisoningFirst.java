package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A poisoning by drugs behind what it may have brought about. Its sequela stands behind what remains (I.B.10), and in pregnancy chapter 15 goes first. Source: guideline
 * I.C.19.e.5.b.
 */
final class PoisoningFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "poisoning-first",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.19.e.5.b (poisoning)",
            "A poisoning stands before its manifestations",
            "Put the poisoning first and what it has brought about after it; where the first diagnosis has nothing to do with it, say so.");
    private static final String SEQUELA = "S";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        if (first == null || isPoisoning(first.code()) || Pregnancy.isOf(first.code())) {
            return;
        }
        set.diagnoses().stream()
                .filter(diagnosis -> isPoisoning(diagnosis.code()))
                .findFirst()
                .ifPresent(diagnosis -> found.accept(RULE.finding(
                        List.of(diagnosis.pointer(), first.pointer()),
                        "%s, a poisoning, stands behind %s".formatted(diagnosis.written(), first.written()),
                        RULE.fix(),
                        diagnosis.written(),
                        first.written())));
    }

    /** T36-T50 by accident, harm meant by oneself or by others, or undetermined. */
    static boolean isPoisoning(String code) {
        var intent = DrugIntent.of(code);
        return intent >= '1' && intent <= '4' && !code.endsWith(SEQUELA);
    }
}
