package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var limit = facts.payer().profile().filingLimitDays();
        if (limit <= 0) {
            return Stream.empty();
        }
        return Lines.of(facts)
                .filter(line -> line.line().serviceDate().plusDays(limit).isBefore(context.today()))
                .map(line -> RULE.finding(
                        line, "serviceDate", "The payer's filing limit has passed for line " + line.number()));
    }
}
