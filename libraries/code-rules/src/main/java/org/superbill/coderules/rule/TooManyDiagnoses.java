package org.superbill.coderules.rule;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * More diagnoses than a facility's claim holds, whose lines point to none. Of a professional case the claim takes those that its lines point to, and as many others as there is room for.
 * Source: 005010X223A2, loop 2300, HI.
 */
final class TooManyDiagnoses implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnoses-too-many",
            Severity.ERROR,
            "005010X223A2, loop 2300, HI (25 diagnoses)",
            "An institutional claim has at most 25 diagnoses",
            "Keep those that the services were for.");

    /** A principal diagnosis and 24 others. */
    private static final int MOST = 25;

    /** Beside them, in HI*ABN; the principal diagnosis is none, and what is coded beyond them takes the room of the others. */
    private static final int MOST_EXTERNAL_CAUSES = 12;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.encounter().form() != ClaimForm.INSTITUTIONAL) {
            return;
        }
        var apart = set.diagnoses().stream()
                .filter(diagnosis -> diagnosis.index() > 0 && diagnosis.isExternalCause())
                .limit(MOST_EXTERNAL_CAUSES)
                .map(KnownDiagnosis::index)
                .toList();
        var coded = set.codes().diagnoses().size() - apart.size();
        if (coded > MOST) {
            var first = IntStream.range(0, set.codes().diagnoses().size())
                    .filter(index -> !apart.contains(index))
                    .skip(MOST)
                    .findFirst()
                    .orElseThrow();
            found.accept(RULE.finding(
                    "/diagnoses/" + first, "%d diagnoses are coded, the claim holds %d".formatted(coded, MOST)));
        }
    }
}
