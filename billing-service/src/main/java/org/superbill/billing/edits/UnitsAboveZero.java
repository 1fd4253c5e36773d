package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return Lines.of(facts)
                .filter(line -> line.line().units().signum() <= 0)
                .map(line -> RULE.finding(line, "units", "Line " + line.number() + " has no units above zero"));
    }
}
