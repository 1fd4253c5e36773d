package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return facts.patient().birthDate().isAfter(facts.encounter().serviceDate())
                ? Stream.of(
                        RULE.finding("/patient/birthDate", "The patient's date of birth is after the date of service"))
                : Stream.empty();
    }
}
