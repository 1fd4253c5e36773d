package org.superbill.billing.edits;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/** Some payers take fewer diagnoses or lines than the guides allow. Source: the payer's profile. */
final class PayerLimits implements Edit {
    private static final EditRule RULE = new EditRule(
            "payer-limits",
            1,
            Severity.ERROR,
            "The payer's profile, mostDiagnoses and mostLines",
            "The claim has no more diagnoses and lines than its payer takes",
            "Leave out diagnoses that no line points to, or split the services over several encounters");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(ClaimFacts facts, EditContext context) {
        var terms = facts.payer().profile().agreed();
        return Stream.of(
                        above("diagnoses", facts.encounter().diagnoses().size(), terms.mostDiagnoses()),
                        above("lines", facts.encounter().lines().size(), terms.mostLines()))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> above(String what, int count, @Nullable Integer most) {
        return most == null || count <= most
                ? Optional.empty()
                : Optional.of(RULE.finding(
                        "/encounter/" + what, "The claim has %d %s, its payer takes %d".formatted(count, what, most)));
    }
}
