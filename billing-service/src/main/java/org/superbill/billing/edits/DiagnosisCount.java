package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A professional claim has one to twelve diagnoses. Source: 005010X222A1, loop 2300, HI. */
final class DiagnosisCount implements Edit {
    private static final EditRule RULE = new EditRule(
            "diagnosis-count",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, HI",
            "A claim has 1 to 12 diagnoses",
            "Code the encounter again with one to twelve diagnoses");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var count = facts.encounter().diagnoses().size();
        return count >= 1 && count <= 12
                ? Stream.empty()
                : Stream.of(RULE.finding("/encounter/diagnoses", "The claim has %d diagnoses".formatted(count)));
    }
}
