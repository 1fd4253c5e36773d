package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Each line of a facility's claim has a revenue code. Source: 005010X223A2, loop 2400, SV201. */
final class RevenueCodes implements Edit {
    private static final EditRule RULE = new EditRule(
            "revenue-code",
            2,
            Severity.ERROR,
            "005010X223A2, loop 2400, SV201; NUBC, form locator 42",
            "Each line of a facility's claim has a revenue code of four digits",
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
            var code = line.line().more().revenueCode();
            if (code == null || !Form.digits(code, 4)) {
                found.accept(RULE.finding(
                        line, "details/revenueCode", "Line " + line.number() + " has no revenue code of four digits"));
            }
        }
    }
}
