package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A diagnosis that is for another age. Source: Medicare Code Editor, age conflict. */
final class AgeConflict implements CodeRule {
    private static final Rule RULE = new Rule(
            "age-conflict",
            Severity.WARNING,
            "Medicare Code Editor, age conflict",
            "No diagnosis is for another age than the patient has",
            "Check the code and the birth date. A perinatal condition that is there still may be coded at any age (guideline I.C.16.a.4).");

    private static final List<CodeListKind> BY_AGE =
            List.of(CodeListKind.NEWBORN, CodeListKind.PEDIATRIC, CodeListKind.MATERNITY, CodeListKind.ADULT);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var age = set.encounter().patient().ageOn(set.encounter().serviceDate());
        if (age == null) {
            return;
        }
        for (var diagnosis : set.diagnoses()) {
            for (var kind : BY_AGE) {
                var list = set.facts().listed(kind, diagnosis.code(), set.day());
                if (list != null && list.ages() != null && !list.ages().allow(age)) {
                    found.accept(RULE.sourced(
                            List.of(diagnosis.pointer(), "/patient"),
                            "%s is for ages %s".formatted(diagnosis.written(), list.ages()),
                            RULE.fix(),
                            list.source() + ", age conflict",
                            diagnosis.written()));
                }
            }
        }
    }
}
