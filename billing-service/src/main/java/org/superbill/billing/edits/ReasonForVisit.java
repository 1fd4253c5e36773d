package org.superbill.billing.edits;

import java.util.Set;
import java.util.function.Consumer;
import org.superbill.events.ClaimDetails;

/**
 * An outpatient who comes unscheduled has a reason, in the words of ICD-10-CM: at hospitals (013x, 085x), where the admission is an emergency, urgent or of trauma, and a line is of the
 * emergency room, urgent care or observation. Source: NUBC, form locator 70; 005010X223A2, loop 2300, HI*APR.
 */
final class ReasonForVisit implements Edit {
    private static final EditRule RULE = new EditRule(
            "reason-for-visit",
            1,
            Severity.ERROR,
            "NUBC, form locator 70; 005010X223A2, loop 2300, HI*APR; CMS Claims Processing Manual, chapter 25, section 75.6",
            "An unscheduled outpatient visit has the patient's reason for it",
            "Complete the encounter again with claimDetails.institutional.reasonsForVisit");

    private static final Set<String> HOSPITALS = Set.of("13", "85");
    /** Emergency, urgent, trauma. */
    private static final Set<String> UNSCHEDULED = Set.of("1", "2", "5");

    private static final String EMERGENCY_ROOM = "045";
    private static final Set<String> URGENT_CARE_AND_OBSERVATION = Set.of("0516", "0762");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var stay = claim.encounter().details().institutional();
        if (claim.isInstitutional()
                && stay != null
                && isUnscheduled(stay)
                && (stay.reasonsForVisit() == null || stay.reasonsForVisit().isEmpty())
                && claim.lines().stream().anyMatch(ReasonForVisit::isOfUnscheduledCare)) {
            found.accept(RULE.finding(
                    "/encounter/claimDetails/institutional/reasonsForVisit",
                    "The visit was not scheduled, and the claim does not say the patient's reason for it"));
        }
    }

    private static boolean isUnscheduled(ClaimDetails.Institutional stay) {
        return HOSPITALS.contains(stay.typeOfBill()) && UNSCHEDULED.contains(stay.admissionType());
    }

    private static boolean isOfUnscheduledCare(Lines line) {
        var revenueCode = line.line().more().revenueCode();
        return revenueCode != null
                && (revenueCode.startsWith(EMERGENCY_ROOM) || URGENT_CARE_AND_OBSERVATION.contains(revenueCode));
    }
}
