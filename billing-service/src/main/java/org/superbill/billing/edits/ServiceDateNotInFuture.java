package org.superbill.billing.edits;

import java.util.function.Consumer;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var today = claim.context().today();
        for (var line : claim.lines()) {
            if (line.line().serviceDate().isAfter(today)) {
                found.accept(RULE.finding(
                        line, "serviceDate", "The date of service of line " + line.number() + " is in the future"));
            }
        }
    }
}
