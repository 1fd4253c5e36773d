package org.superbill.billing.edits;

import java.util.function.Consumer;

/** What was done, was done at least in part. Source: 005010X222A1, loop 2400, SV104. */
final class UnitsAboveZero implements Edit {
    private static final EditRule RULE = new EditRule(
            "units-above-zero",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV104",
            "Each line has units above zero",
            "Enter the units of the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (line.line().units().signum() <= 0) {
                found.accept(RULE.finding(line, "units", "Line " + line.number() + " has no units above zero"));
            }
        }
    }
}
