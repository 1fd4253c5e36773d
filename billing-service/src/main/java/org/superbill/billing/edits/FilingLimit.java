package org.superbill.billing.edits;

import java.util.function.Consumer;

/** Payers refuse what comes later than their filing limit. Source: The payer profile: filingLimitDays. */
final class FilingLimit implements Edit {
    private static final EditRule RULE = new EditRule(
            "filing-limit",
            1,
            Severity.WARNING,
            "The payer profile: filingLimitDays",
            "The claim is sent within the payer's filing limit",
            "Send at once, with proof of timely filing where there is one");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var limit = claim.facts().payer().profile().filingLimitDays();
        if (limit <= 0) {
            return;
        }
        var firstInTime = claim.context().today().minusDays(limit);
        for (var line : claim.lines()) {
            if (line.line().serviceDate().isBefore(firstInTime)) {
                found.accept(RULE.finding(
                        line, "serviceDate", "The payer's filing limit has passed for line " + line.number()));
            }
        }
    }
}
