package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An ICD-10-PCS code at an outpatient. Source: 45 CFR 162.1002(c)(3). */
final class PcsOutpatient implements CodeRule {
    private static final Rule RULE = new Rule(
            "pcs-outpatient",
            Severity.ERROR,
            "45 CFR 162.1002(c)(3) (hospital inpatient procedures)",
            "ICD-10-PCS is for inpatients of a facility only",
            "Code the procedure in CPT or HCPCS Level II on a line.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.encounter().inpatient()) {
            return;
        }
        for (var procedure : set.procedures()) {
            found.accept(RULE.finding(
                    procedure.pointer(),
                    "ICD-10-PCS codes what is done for inpatients of a facility",
                    procedure.code()));
        }
    }
}
