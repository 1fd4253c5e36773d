package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Diagnoses of the edition in force: of a stay on its discharge, else on each line's date of service. Those of the edition before are judged by nothing else. Source: 45 CFR 162.1002(c)(2).
 */
final class DiagnosisEdition implements Edit {
    private static final LocalDate SINCE_ICD_10 = LocalDate.of(2015, 10, 1);
    private static final EditRule RULE = new EditRule(
            "diagnosis-edition",
            1,
            Severity.ERROR,
            "45 CFR 162.1002(c)(2); 005010X222A1 and 005010X223A2, loop 2300, HI",
            "Diagnoses are ICD-10-CM for services from 1 October 2015 on",
            "Code the encounter in ICD-10-CM, and send it with the qualifiers ABK and ABF");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.context().inIcd9() && !governingDay(claim).isBefore(SINCE_ICD_10)) {
            found.accept(
                    RULE.finding(
                            "/encounter/diagnoses",
                            "The qualifiers BK and BF say ICD-9-CM, which is not valid for services from 1 October 2015 on; the diagnoses were not judged further"));
        }
    }

    /** The last one: a claim has one edition throughout. */
    private static LocalDate governingDay(KnownClaim claim) {
        var encounter = claim.encounter();
        return claim.isStay() && encounter.dischargeDate() != null
                ? Objects.requireNonNull(encounter.dischargeDate())
                : encounter.lines().stream()
                        .map(line -> line.serviceDate())
                        .max(LocalDate::compareTo)
                        .orElse(encounter.serviceDate());
    }
}
