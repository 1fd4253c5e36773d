package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
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

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var coded = set.codes().diagnoses().size();
        if (coded > MOST && set.encounter().form() == ClaimForm.INSTITUTIONAL) {
            found.accept(RULE.finding(
                    "/diagnoses/" + MOST, "%d diagnoses are coded, the claim holds %d".formatted(coded, MOST)));
        }
    }
}
