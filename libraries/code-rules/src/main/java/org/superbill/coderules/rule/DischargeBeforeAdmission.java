package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A stay that ends before it begins. Source: 005010X223A2, loop 2300, DTP 434. */
final class DischargeBeforeAdmission implements CodeRule {
    private static final Rule RULE = new Rule(
            "discharge-before-admission",
            Severity.ERROR,
            "005010X223A2, loop 2300, DTP 434 (statement dates)",
            "No stay ends before it begins",
            "Correct the date that is wrong.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var encounter = set.encounter();
        var discharge = encounter.dischargeDate();
        if (discharge != null && discharge.isBefore(encounter.serviceDate())) {
            found.accept(RULE.finding("/dischargeDate", "The discharge is before the encounter begins"));
        }
    }
}
