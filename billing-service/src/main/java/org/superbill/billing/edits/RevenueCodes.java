package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Each line of a facility's claim has a revenue code. Source: 005010X223A2, loop 2400, SV201. */
final class RevenueCodes implements Edit {
    private static final EditRule RULE = new EditRule(
            "revenue-code",
            1,
            Severity.ERROR,
            "005010X223A2, loop 2400, SV201",
            "Each line of a facility's claim has a revenue code",
            "Complete the encounter again with details.revenueCode on the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (!claim.isInstitutional()) {
            return;
        }
        for (var line : claim.lines()) {
            if (line.line().more().revenueCode() == null) {
                found.accept(
                        RULE.finding(line, "details/revenueCode", "Line " + line.number() + " has no revenue code"));
            }
        }
    }
}
