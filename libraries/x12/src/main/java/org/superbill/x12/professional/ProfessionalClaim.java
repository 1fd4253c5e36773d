package org.superbill.x12.professional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.Unit;
import org.superbill.x12.X12Error;
import org.superbill.x12.part.BeginningOfClaims;

/**
 * One claim with all that surrounds it in its file.
 *
 * @param patient null when the patient is the subscriber
 * @param errors those found inside the claim
 */
public record ProfessionalClaim(
        TransactionSet set,
        BeginningOfClaims beginning,
        Loop1000ASubmitter submitter,
        Loop1000BReceiver receiver,
        Loop2000ABillingProvider billingProvider,
        Loop2000BSubscriber subscriber,
        @Nullable Loop2000CPatient patient,
        Loop2300Claim claim,
        List<X12Error> errors) {
    public ProfessionalClaim {
        errors = List.copyOf(errors);
    }

    /** @throws org.superbill.x12.X12Exception when a loop or segment around the claim is missing */
    public static ProfessionalClaim of(Unit unit) {
        var header = unit.ancestor("");
        return new ProfessionalClaim(
                unit.set(),
                new BeginningOfClaims(header.required("BHT")),
                header.required("1000A", Loop1000ASubmitter::new),
                header.required("1000B", Loop1000BReceiver::new),
                new Loop2000ABillingProvider(unit.ancestor("2000A")),
                new Loop2000BSubscriber(unit.ancestor("2000B")),
                unit.hasAncestor("2000C") ? new Loop2000CPatient(unit.ancestor("2000C")) : null,
                new Loop2300Claim(unit.loop()),
                unit.errors());
    }
}
