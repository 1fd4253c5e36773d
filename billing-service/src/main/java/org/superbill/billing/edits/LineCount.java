package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

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
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var count = facts.encounter().lines().size();
        return count >= 1 && count <= (facts.isInstitutional() ? 999 : 50)
                ? Stream.empty()
                : Stream.of(RULE.finding("/encounter/lines", "The claim has %d lines".formatted(count)));
    }
}
