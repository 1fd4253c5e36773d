package org.superbill.billing.edits;

import java.time.Period;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var born = facts.patient().birthDate();
        return Lines.of(facts).flatMap(line -> {
            var patients = PatientsOfProcedures.TABLE.of(line.line().procedureCode());
            return patients == null
                            || line.line().serviceDate().isBefore(born)
                            || !patients.excludes(
                                    Period.between(born, line.line().serviceDate())
                                            .getYears())
                    ? Stream.empty()
                    : Stream.of(RULE.finding(
                                    line,
                                    "procedureCode",
                                    "The procedure of line %d is for ages %s".formatted(line.number(), patients.ages()))
                            .sourced(patients.source(), RULE.effectiveFrom(), null));
        });
    }
}
