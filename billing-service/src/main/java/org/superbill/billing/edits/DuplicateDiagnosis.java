package org.superbill.billing.edits;

import java.util.function.Consumer;

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
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var diagnoses = claim.encounter().diagnoses();
        for (var index = 1; index < diagnoses.size(); index++) {
            if (diagnoses.indexOf(diagnoses.get(index)) < index) {
                found.accept(RULE.finding("/encounter/diagnoses/" + index, "The diagnosis is there already"));
            }
        }
    }
}
