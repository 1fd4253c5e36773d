package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A patient who is born after the encounter begins. Source: 005010X222A1, loop 2010BA, DMG02. */
final class BornAfterEncounter implements CodeRule {
    private static final Rule RULE = new Rule(
            "birth-date-after-encounter",
            Severity.ERROR,
            "005010X222A1, loop 2010BA, DMG02 (birth date)",
            "The patient is born when the encounter begins or before",
            "Correct the date that is wrong.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var encounter = set.encounter();
        var born = encounter.patient().birthDate();
        if (born != null && born.isAfter(encounter.serviceDate())) {
            found.accept(RULE.finding("/patient/birthDate", "The patient is born after the encounter begins"));
        }
    }
}
