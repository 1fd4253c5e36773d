package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A procedure for the other sex. Source: CPT, genital systems and maternity care; its way out: Medicare Claims Processing Manual, chapter 32, section 240. */
final class ProcedureForOtherSex implements Edit {
    private static final EditRule RULE = new EditRule(
            "procedure-sex",
            2,
            Severity.ERROR,
            "CPT, genital systems and maternity care; Medicare Claims Processing Manual, chapter 32, section 240",
            "No procedure is for the other sex than the patient has on file, unless modifier KX says that it is meant",
            "Correct the procedure or the sex on file; where both are right, add modifier KX, or condition code 45 on an institutional claim");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            var patients = PatientsOfProcedures.TABLE.of(line.line().procedureCode());
            if (patients != null
                    && patients.excludes(claim.facts().patient().sex())
                    && !WaysOut.sexIsMeant(claim.facts(), line.line())) {
                found.accept(RULE.finding(
                                line,
                                "procedureCode",
                                "The procedure of line %d is for %s patients".formatted(line.number(), patients.sex()))
                        .sourced(patients.source(), RULE.effectiveFrom(), null));
            }
        }
    }
}
