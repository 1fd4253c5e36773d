package org.superbill.billing.edits;

import java.util.function.Consumer;

/**
 * Payers refuse what comes later than their filing limit, by which deadlines are kept too. Source: 42 CFR 424.44 for Medicare; else what
 * is entered of the payer's limits for original, corrected and secondary claims, or the payer profile: filingLimitDays.
 */
final class FilingLimit implements Edit {
    private static final EditRule RULE = new EditRule(
            "filing-limit",
            2,
            Severity.WARNING,
            "42 CFR 424.44 (Medicare); the payer's filing limits (/filing-limits), else its profile: filingLimitDays",
            "The claim is sent within the payer's filing limit",
            "Send at once, with proof of timely filing where there is one");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var filing = claim.context().filing();
        for (var line : claim.lines()) {
            var last = filing.lastDay(claim.facts(), line.line().serviceDate());
            if (last != null && claim.context().today().isAfter(last)) {
                found.accept(RULE.finding(
                        line,
                        "serviceDate",
                        "The payer's filing limit has passed for line %d: it had to have the claim by %s"
                                .formatted(line.number(), last)));
            }
        }
    }
}
