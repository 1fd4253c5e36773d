package org.superbill.billing.remittance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.superbill.billing.ledger.Cents;

/**
 * Lines that a payer paid as one: they come back under one code (SVC01) with what was billed in SVC06, all is paid on the first of them, where a CAS 94 below zero takes the charges of
 * the others in, and the others are adjusted to nothing by CAS 97. The two cancel out: nothing is refused. Pure. Source: 005010X221A1, 1.10.2.6.
 */
final class Bundling {
    private static final String TAKES_IN = "94";
    private static final String IS_TAKEN_IN = "97";

    /** What lines have taken in of others and no other has said yet, by the code that was paid. */
    private final Map<String, Cents> takenIn = new HashMap<>();

    Bundling(Remitted.Claim claim) {
        for (var line : claim.lines()) {
            for (var adjustment : line.adjustments()) {
                if (adjustment.carc().equals(TAKES_IN) && adjustment.amount().value() < 0) {
                    takenIn.merge(line.procedureCode(), adjustment.amount().negated(), Cents::plus);
                }
            }
        }
    }

    /** What of the adjustment says only that the line was paid with another one; of each amount that was taken in once. */
    Optional<Cents> included(Remitted.Line line, Remitted.Adjustment adjustment) {
        var rest = takenIn.getOrDefault(line.procedureCode(), Cents.ZERO);
        if (!adjustment.carc().equals(IS_TAKEN_IN)
                || adjustment.group().equals("PR")
                || line.submittedProcedureCode() == null
                || !line.paid().isZero()
                || rest.isZero()
                || adjustment.amount().value() <= 0) {
            return Optional.empty();
        }
        var included = Cents.of(Math.min(rest.value(), adjustment.amount().value()));
        takenIn.put(line.procedureCode(), rest.minus(included));
        return Optional.of(included);
    }
}
