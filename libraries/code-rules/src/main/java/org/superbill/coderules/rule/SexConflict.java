package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.ProcedureSex;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Sex;

/** A diagnosis or an ICD-10-PCS procedure that is for the other sex. Source: Medicare Code Editor, sex conflict. */
final class SexConflict implements CodeRule {
    private static final Rule RULE = new Rule(
            "sex-conflict",
            Severity.WARNING,
            "Medicare Code Editor, sex conflict",
            "No diagnosis or ICD-10-PCS procedure is for the other sex than the patient has on file",
            "Check the code and the sex on file. Where both are right (e.g. a transgender or intersex patient) say so: the claim then needs condition code 45 or modifier KX.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var sex = set.encounter().patient().sex();
        if (sex == null) {
            return;
        }
        var other = sex == Sex.FEMALE ? CodeListKind.MALE_ONLY : CodeListKind.FEMALE_ONLY;
        for (var diagnosis : set.diagnoses()) {
            var list = set.facts().listed(other, diagnosis.code(), set.day());
            if (list != null) {
                found.accept(RULE.sourced(
                        List.of(diagnosis.pointer(), "/patient/sex"),
                        "%s is for %s patients"
                                .formatted(diagnosis.written(), other == CodeListKind.MALE_ONLY ? "male" : "female"),
                        RULE.fix(),
                        list.source() + ", sex conflict",
                        diagnosis.written()));
            }
        }
        for (var procedure : set.procedures()) {
            var of = ProcedureSex.of(procedure.code());
            if (of != null && of != sex) {
                found.accept(RULE.sourced(
                        List.of(procedure.pointer(), "/patient/sex"),
                        "%s is for %s patients".formatted(procedure.code(), of == Sex.MALE ? "male" : "female"),
                        RULE.fix(),
                        ProcedureSex.SOURCE,
                        procedure.code()));
            }
        }
    }
}
