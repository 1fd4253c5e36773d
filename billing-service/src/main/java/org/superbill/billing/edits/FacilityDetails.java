package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A facility's claim says its type of bill and the admission. Source: 005010X223A2, loop 2300, CLM05-1 and CL1. */
final class FacilityDetails implements Edit {
    private static final EditRule RULE = new EditRule(
            "facility-details",
            1,
            Severity.ERROR,
            "005010X223A2, loop 2300, CLM05-1 and CL1",
            "A facility's claim has its type of bill, type of admission and patient status",
            "Complete the encounter again with claimDetails.institutional");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.isInstitutional() && claim.encounter().details().institutional() == null) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/institutional",
                    "The claim lacks type of bill, type of admission and patient status"));
        }
    }
}
