package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some payers take fewer diagnoses or lines than the guides allow. Source: the payer's profile. */
final class PayerLimits implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-limits",
            2,
            Severity.ERROR,
            "The payer's profile, mostDiagnoses and mostLines",
            "The claim has no more diagnoses and lines than its payer takes",
            "Leave out diagnoses that no line points to, or split the services over several encounters");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        var terms = claim.facts().payer().profile().agreed();
        check("diagnoses", claim.facts().diagnosisCount(), terms.mostDiagnoses(), found);
        check("lines", claim.encounter().lines().size(), terms.mostLines(), found);
    }

    private static void check(String what, int count, @Nullable Integer most, Consumer<Finding> found) {
        if (most != null && count > most) {
            found.accept(RULE.finding(
                    "/encounter/" + what, "The claim has %d %s, its payer takes %d".formatted(count, what, most)));
        }
    }
}
