package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Present on admission at an outpatient. Source: guidelines, appendix I. */
final class PresentOnAdmissionOutpatient implements CodeRule {
    private static final Rule RULE = new Rule(
            "poa-outpatient",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, appendix I (present on admission)",
            "Only diagnoses of an inpatient say whether they were present on admission",
            "Leave it out.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.encounter().inpatient()) {
            return;
        }
        for (var diagnosis : set.diagnoses()) {
            if (diagnosis.diagnosis().presentOnAdmission() != null) {
                found.accept(RULE.finding(
                        diagnosis.pointer("presentOnAdmission"),
                        "%s says whether it was present on admission, which only a facility's claim of a stay says"
                                .formatted(diagnosis.written()),
                        diagnosis.written()));
            }
        }
    }
}
