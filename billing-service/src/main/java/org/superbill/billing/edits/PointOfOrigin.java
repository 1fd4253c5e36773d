package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A facility's claim says where the patient came from, but what a hospital's laboratory does for patients of others. Source: NUBC, form locator 15; 005010X223A2, loop 2300, CL102. */
final class PointOfOrigin implements Edit {
    private static final EditRule RULE = new EditRule(
            "point-of-origin",
            1,
            Severity.ERROR,
            "005010X223A2, loop 2300, CL102; NUBC, form locator 15; CMS Claims Processing Manual, chapter 25, section 75.1",
            "A facility's claim has the point of origin, but type of bill 014x",
            "Complete the encounter again with claimDetails.institutional.admissionSource");

    /** Specimens of patients who are not there. */
    private static final String NON_PATIENT = "14";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var stay = claim.encounter().details().institutional();
        if (claim.isInstitutional()
                && stay != null
                && stay.admissionSource() == null
                && !stay.typeOfBill().equals(NON_PATIENT)) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/institutional/admissionSource", "The claim has no point of origin"));
        }
    }
}
