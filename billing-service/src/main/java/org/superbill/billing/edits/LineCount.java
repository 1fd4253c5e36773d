package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A professional claim has one to fifty lines, an institutional one up to 999. Source: 005010X222A1 and 005010X223A2, loop 2400. */
final class LineCount implements Edit {
    private static final EditRule RULE = new EditRule(
            "line-count",
            2,
            Severity.ERROR,
            "005010X222A1 and 005010X223A2, loop 2400",
            "A professional claim has 1 to 50 lines, an institutional one 1 to 999",
            "Split the services over several encounters");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var count = claim.encounter().lines().size();
        if (count < 1 || count > (claim.isInstitutional() ? 999 : 50)) {
            found.accept(RULE.finding("/encounter/lines", "The claim has %d lines".formatted(count)));
        }
    }
}
