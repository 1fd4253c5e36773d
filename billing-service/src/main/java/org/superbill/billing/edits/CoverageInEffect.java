package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var coverage = facts.coverage();
        return Lines.of(facts)
                .filter(line -> line.line().serviceDate().isBefore(coverage.effectiveFrom())
                        || (coverage.effectiveTo() != null
                                && line.line().serviceDate().isAfter(coverage.effectiveTo())))
                .map(line -> RULE.finding(
                        line,
                        "serviceDate",
                        "The coverage was not in force on the date of service of line " + line.number()));
    }
}
