package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An ICD-10-PCS code that is not valid on the day of discharge. Source: 45 CFR 162.1011. */
final class PcsNotValidOnDate implements CodeRule {
    private static final Rule RULE = new Rule(
            "pcs-not-valid-on-date",
            Severity.ERROR,
            "45 CFR 162.1011 (code sets valid on the date of discharge)",
            "Every ICD-10-PCS code is valid on the day of discharge",
            "Look in the PCS tables of that year.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var procedure : set.procedures()) {
            var fact = procedure.fact();
            if (fact != null && NotValidOnDate.holds(set, fact)) {
                found.accept(NotValidOnDate.finding(RULE, procedure.pointer(), fact));
            }
        }
    }
}
