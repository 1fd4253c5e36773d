package org.superbill.billing.edits;

import java.time.Period;
import java.util.function.Consumer;

/** A procedure whose code says an age that the patient does not have on the date of service. Source: CPT, preventive medicine services. */
final class ProcedureForOtherAge implements Edit {
    private static final EditRule RULE = new EditRule(
            "procedure-age",
            1,
            Severity.ERROR,
            "CPT, preventive medicine services",
            "No procedure is for another age than the patient has on the date of service",
            "Choose the procedure for the patient's age, or correct the birth date");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var born = claim.facts().patient().birthDate();
        for (var line : claim.lines()) {
            var day = line.line().serviceDate();
            var patients = PatientsOfProcedures.TABLE.of(line.line().procedureCode());
            if (patients != null
                    && !day.isBefore(born)
                    && patients.excludes(Period.between(born, day).getYears())) {
                found.accept(RULE.finding(
                                line,
                                "procedureCode",
                                "The procedure of line %d is for ages %s".formatted(line.number(), patients.ages()))
                        .sourced(patients.source(), RULE.effectiveFrom(), null));
            }
        }
    }
}
