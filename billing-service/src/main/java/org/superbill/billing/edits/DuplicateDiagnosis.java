package org.superbill.billing.edits;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;

/** A diagnosis is told once. Source: 005010X222A1, loop 2300, HI. */
final class DuplicateDiagnosis implements Edit {
    private static final EditRule RULE = new EditRule(
            "duplicate-diagnosis",
            1,
            Severity.ERROR,
            "005010X222A1, loop 2300, HI",
            "No diagnosis is there twice",
            "Code the encounter again without the repetition");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var diagnoses = facts.encounter().diagnoses();
        return IntStream.range(0, diagnoses.size())
                .filter(index -> diagnoses.indexOf(diagnoses.get(index)) < index)
                .mapToObj(index -> RULE.finding("/encounter/diagnoses/" + index, "The diagnosis is there already"));
    }
}
