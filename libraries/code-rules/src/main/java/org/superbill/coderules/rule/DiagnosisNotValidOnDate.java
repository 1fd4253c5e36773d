package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A diagnosis that exists, but not on the day that governs it: but for an inpatient that of each line that points to it. Source: 45 CFR 162.1011. */
final class DiagnosisNotValidOnDate implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnosis-not-valid-on-date",
            Severity.ERROR,
            "45 CFR 162.1011 (code sets valid on the date of service; of an inpatient, of discharge)",
            "Every diagnosis is valid on the date of service or discharge",
            "Search with the date and choose a code of that day.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            for (var fact : set.reported(diagnosis)) {
                if (NotValidOnDate.holds(set, fact)) {
                    found.accept(NotValidOnDate.finding(RULE, diagnosis.pointer(), fact));
                    break;
                }
            }
        }
    }
}
