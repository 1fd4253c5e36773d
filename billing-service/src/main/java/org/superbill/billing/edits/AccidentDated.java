package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.AccidentOccurrence;

/**
 * An accident has its day; what employment alone caused may be an illness, which has none. A facility says it with an occurrence code of its kind, which is asked for where no insurer on
 * file tells it. Source: 005010X222A1, loop 2300, DTP*439; 005010X223A2, loop 2300, HI*BH.
 */
final class AccidentDated implements Edit {
    private static final EditRule RULE = new EditRule(
            "accident-date",
            3,
            Severity.ERROR,
            "005010X222A1, loop 2300, CLM11 and DTP*439; 005010X223A2, loop 2300, HI*BH (NUBC, occurrence codes 01 to 06)",
            "A claim that has to do with an auto or other accident says its day, a facility's also its kind",
            "Complete the encounter again with claimDetails.accident.date; for a facility with the occurrence code (01 to 06) in"
                    + " claimDetails.institutional.occurrences");

    private static final String EMPLOYMENT = "employment";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var accident = claim.encounter().details().accident();
        if (accident == null
                || accident.causes().stream().allMatch(EMPLOYMENT::equals)
                || AccidentOccurrence.withIt(claim.facts()).stream()
                        .anyMatch(occurrence -> AccidentOccurrence.isOfAccident(occurrence.code()))) {
            return;
        }
        if (accident.date() == null) {
            found.accept(RULE.finding("/encounter/claimDetails/accident/date", "The accident has no date"));
        } else if (claim.isInstitutional()) {
            found.accept(RULE.finding(
                            "/encounter/claimDetails/institutional/occurrences",
                            "No occurrence code tells the kind of the accident, and no insurer on file does")
                    .asWarning(false));
        }
    }
}
