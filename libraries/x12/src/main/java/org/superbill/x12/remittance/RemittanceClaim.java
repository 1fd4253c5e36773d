package org.superbill.x12.remittance;

import java.util.List;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;

/**
 * One claim of a remittance with what surrounds it in its file.
 *
 * @param remittance without claims; its provider adjustments come after the claims and are not yet known
 * @param headerNumber without claims
 * @param errors those found inside the claim
 */
public record RemittanceClaim(
        TransactionSet set,
        RemittanceAdvice remittance,
        Loop2000HeaderNumber headerNumber,
        Loop2100ClaimPayment claim,
        List<X12Error> errors) {
    public RemittanceClaim {
        errors = List.copyOf(errors);
    }

    /** @throws org.superbill.x12.X12Exception when the claim stands outside of loop 2000 */
    public static RemittanceClaim of(Unit unit) {
        return new RemittanceClaim(
                unit.set(),
                new RemittanceAdvice(unit.ancestor("")),
                new Loop2000HeaderNumber(unit.ancestor("2000")),
                new Loop2100ClaimPayment(unit.loop()),
                unit.errors());
    }
}
