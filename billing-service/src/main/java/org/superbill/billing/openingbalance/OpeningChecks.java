package org.superbill.billing.openingbalance;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.openingbalance.OpeningBalances.OpenClaim;
import org.superbill.coderules.Terminology;
import org.superbill.servicekit.problem.FieldError;

/** What cannot be so, whatever the former system's books say: more is open than was charged, or the days are out of order. Pure. */
final class OpeningChecks {
    private OpeningChecks() {}

    /**
     * @param isNew whether no import before has brought the claim: what it has brought stays as it is
     * @param errors grows by all that is wrong
     */
    static void check(OpeningBalances wanted, LocalDate today, Predicate<OpenClaim> isNew, List<FieldError> errors) {
        if (wanted.asOf().isAfter(today)) {
            errors.add(
                    new FieldError("/asOf", "in-the-future", "%s is after today, %s".formatted(wanted.asOf(), today)));
        }
        for (var i = 0; i < wanted.claims().size(); i++) {
            var claim = wanted.claims().get(i);
            if (isNew.test(claim)) {
                check("/claims/%d".formatted(i), claim, wanted.asOf(), errors);
            }
        }
    }

    private static void check(String pointer, OpenClaim claim, LocalDate asOf, List<FieldError> errors) {
        var open = Math.max(0, claim.insuranceOpenCents()) + Math.max(0, claim.patientOpenCents());
        if (open > claim.chargeCents()) { // a credit of one pays nothing of what the other owes
            errors.add(new FieldError(
                    pointer + "/insuranceOpenCents",
                    "above-charge",
                    "The payer's %s and the patient's %s are more than the charge of the lines, %s"
                            .formatted(
                                    dollars(claim.insuranceOpenCents()),
                                    dollars(claim.patientOpenCents()),
                                    dollars(claim.chargeCents()))));
        }
        for (var i = 0; i < claim.diagnoses().size(); i++) {
            if (!Terminology.ICD_10_CM.accepts(claim.diagnoses().get(i))) {
                errors.add(new FieldError(
                        "%s/diagnoses/%d".formatted(pointer, i), "invalid", "No code of ICD-10-CM is written so"));
            }
        }
        if (claim.owingTurn() == 0) {
            errors.add(
                    new FieldError(pointer + "/owingCoverageId", "unknown", "The claim does not name this coverage"));
        }
        if (claim.firstBilledOn().isBefore(claim.serviceDate())) {
            errors.add(new FieldError(
                    pointer + "/firstBilledOn",
                    "out-of-order",
                    "%s is before the service, %s".formatted(claim.firstBilledOn(), claim.serviceDate())));
        }
        if (claim.firstBilledOn().isAfter(asOf)) {
            errors.add(new FieldError(
                    pointer + "/firstBilledOn",
                    "out-of-order",
                    "%s is after the day at whose end it was open, %s".formatted(claim.firstBilledOn(), asOf)));
        }
    }

    private static String dollars(long cents) {
        return Cents.of(cents).dollars().toString();
    }
}
