package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Services;

/** A transport says from where to where, how far and why. Source: 005010X222A1, loop 2300, CR1; loops 2310E, 2310F. */
final class AmbulanceComplete implements Edit {
    private static final EditRule RULE = new EditRule(
            "ambulance-complete",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, CR1; loops 2310E and 2310F",
            "A claim for a transport says from where to where, how far and why",
            "Complete the encounter again with claimDetails.ambulance");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!claim.isInstitutional()
                && claim.encounter().details().ambulance() == null
                && claim.encounter().lines().stream().anyMatch(Services::isAmbulance)) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/ambulance", "The claim bills a transport and does not describe it"));
        }
    }
}
