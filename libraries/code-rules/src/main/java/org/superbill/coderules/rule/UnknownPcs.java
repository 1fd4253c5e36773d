package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A code that ICD-10-PCS does not have. Source: the ICD-10-PCS order file. */
final class UnknownPcs implements CodeRule {
    private static final Rule RULE = new Rule(
            "pcs-unknown",
            Severity.ERROR,
            "45 CFR 162.1002(c)(3); ICD-10-PCS order file of the year",
            "Every procedure of an inpatient is an ICD-10-PCS code",
            "Build the code from the PCS tables: not every combination of values is a code.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var procedure : set.procedures()) {
            if (procedure.fact() == null
                    && Terminology.ICD_10_PCS.accepts(procedure.code())
                    && set.facts().covers(Terminology.ICD_10_PCS, set.day())) {
                found.accept(RULE.finding(
                        procedure.pointer(),
                        "There is no ICD-10-PCS code %s".formatted(procedure.code()),
                        procedure.code()));
            }
        }
    }
}
