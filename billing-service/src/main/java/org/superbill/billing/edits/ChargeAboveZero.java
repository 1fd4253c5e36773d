package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A service without a charge is not billed. Source: 005010X222A1, loop 2400, SV102. */
final class ChargeAboveZero implements Edit {
    private static final EditRule RULE = new EditRule(
            "charge-above-zero",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV102",
            "Each line has a charge above zero",
            "Enter the charge of the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        return Lines.of(facts)
                .filter(line -> line.line().chargeCents() <= 0)
                .map(line -> RULE.finding(
                        line.pointer("chargeCents"), "Line %d has no charge above zero".formatted(line.number())));
    }
}
