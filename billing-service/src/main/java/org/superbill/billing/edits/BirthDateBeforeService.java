package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Nobody is treated before birth. Source: 005010X222A1, loops 2010BA and 2010CA, DMG02. */
final class BirthDateBeforeService implements Edit {
    private static final EditRule RULE = new EditRule(
            "patient-birth-date",
            1,
            Severity.ERROR,
            "005010X222A1, loops 2010BA and 2010CA, DMG02",
            "The patient was born on or before the day of service",
            "Correct the patient's date of birth or the date of service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().patient().birthDate().isAfter(claim.encounter().serviceDate())) {
            found.accept(
                    RULE.finding("/patient/birthDate", "The patient's date of birth is after the date of service"));
        }
    }
}
