package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A payer pays for the days on which its coverage was in force. Source: 005010X222A1, loop 2000B, SBR. */
final class CoverageInEffect implements Edit {
    private static final EditRule RULE = new EditRule(
            "coverage-in-effect",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2000B, SBR",
            "The coverage was in force on each date of service",
            "Correct the coverage: its dates, or its payer and member id where another was in force; the claim takes it when it is submitted");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var from = claim.facts().coverage().effectiveFrom();
        var to = claim.facts().coverage().effectiveTo();
        for (var line : claim.lines()) {
            if (line.line().serviceDate().isBefore(from)
                    || (to != null && line.line().serviceDate().isAfter(to))) {
                found.accept(RULE.finding(
                        line,
                        "serviceDate",
                        "The coverage was not in force on the date of service of line " + line.number()));
            }
        }
    }
}
