package org.superbill.billing.edits;

import java.util.function.Consumer;

/** An accident has its day; what employment alone caused may be an illness, which has none. Source: 005010X222A1, loop 2300, DTP*439. */
final class AccidentDated implements Edit {
    private static final EditRule RULE = new EditRule(
            "accident-date",
            2,
            Severity.ERROR,
            "005010X222A1, loop 2300, CLM11 and DTP*439",
            "A claim that has to do with an auto or other accident says its day",
            "Complete the encounter again with claimDetails.accident.date");

    private static final String EMPLOYMENT = "employment";

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var accident = claim.encounter().details().accident();
        if (accident != null
                && accident.date() == null
                && accident.causes().stream().anyMatch(cause -> !cause.equals(EMPLOYMENT))
                && !claim.isInstitutional()) {
            found.accept(RULE.finding("/encounter/claimDetails/accident/date", "The accident has no date"));
        }
    }
}
