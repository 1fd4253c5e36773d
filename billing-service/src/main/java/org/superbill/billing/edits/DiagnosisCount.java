package org.superbill.billing.edits;

import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A professional claim has one to twelve diagnoses, an institutional one up to twenty-five. Source: 005010X222A1 and 005010X223A2, loop 2300, HI. */
final class DiagnosisCount implements Edit {
    private static final EditRule RULE = new EditRule(
            "diagnosis-count",
            2,
            Severity.ERROR,
            "005010X222A1 and 005010X223A2, loop 2300, HI",
            "A professional claim has 1 to 12 diagnoses, an institutional one 1 to 25",
            "Code the encounter again with no more diagnoses than that: those that lines point to first");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var count = facts.encounter().diagnoses().size();
        return count >= 1 && count <= (facts.isInstitutional() ? 25 : 12)
                ? Stream.empty()
                : Stream.of(RULE.finding("/encounter/diagnoses", "The claim has %d diagnoses".formatted(count)));
    }
}
