package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** Only what has been done is billed. Source: 005010X222A1, loop 2400, DTP*472. */
final class ServiceDateNotInFuture implements Edit {
    private static final EditRule RULE = new EditRule(
            "service-date-in-future",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, DTP*472",
            "No service lies in the future",
            "Correct the date of service, or wait until that day");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return Lines.of(facts)
                .filter(line -> line.line().serviceDate().isAfter(context.today()))
                .map(line -> RULE.finding(
                        line, "serviceDate", "The date of service of line " + line.number() + " is in the future"));
    }
}
