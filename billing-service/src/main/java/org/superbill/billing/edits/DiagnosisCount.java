package org.superbill.billing.edits;

import java.util.function.Consumer;

/** A professional claim has one to twelve diagnoses, an institutional one up to twenty-five beside its external causes. Source: 005010X222A1 and 005010X223A2, loop 2300, HI. */
final class DiagnosisCount implements Edit {
    private static final EditRule RULE = new EditRule(
            "diagnosis-count",
            3,
            Severity.ERROR,
            "005010X222A1 and 005010X223A2, loop 2300, HI",
            "A professional claim has 1 to 12 diagnoses, an institutional one 1 to 25 beside its external causes",
            "Code the encounter again with no more diagnoses than that: those that lines point to first");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var count = claim.facts().diagnosisCount();
        if (count < 1 || count > (claim.isInstitutional() ? 25 : 12)) {
            found.accept(RULE.finding("/encounter/diagnoses", "The claim has %d diagnoses".formatted(count)));
        }
    }
}
