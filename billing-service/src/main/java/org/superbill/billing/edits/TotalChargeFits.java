package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.ledger.Cents;

/** An amount has at most ten digits. Source: 005010X222A1, loop 2300, CLM02. */
final class TotalChargeFits implements Edit {
    private static final EditRule RULE = new EditRule(
            "total-charge",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, CLM02",
            "The total of the lines can be written in CLM02",
            "Split the services over several encounters");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        if (claim.facts().totalChargeCents() > Cents.MOST.value()) {
            found.accept(RULE.finding("/encounter/lines", "The total charge is too large for one claim"));
        }
    }
}
