package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return facts.isInstitutional()
                ? Lines.of(facts)
                        .filter(line -> line.line().more().revenueCode() == null)
                        .map(line -> RULE.finding(
                                line.pointer("details/revenueCode"), "Line " + line.number() + " has no revenue code"))
                : Stream.empty();
    }
}
