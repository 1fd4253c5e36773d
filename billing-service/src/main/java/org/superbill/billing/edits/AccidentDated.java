package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** An accident has its day. Source: 005010X222A1, loop 2300, DTP*439. */
final class AccidentDated implements Edit {
    private static final EditRule RULE = new EditRule(
            "accident-date",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, CLM11 and DTP*439",
            "A claim that has to do with an accident says its day",
            "Complete the encounter again with claimDetails.accident.date");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var accident = facts.encounter().details().accident();
        return accident != null && accident.date() == null && !facts.isInstitutional()
                ? Stream.of(RULE.finding("/encounter/claimDetails/accident/date", "The accident has no date"))
                : Stream.empty();
    }
}
