package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** More diagnoses than the claim holds. Source: 005010X222A1 and 005010X223A2, loop 2300, HI. */
final class TooManyDiagnoses implements CodeRule {
    private static final Rule RULE = new Rule(
            "diagnoses-too-many",
            Severity.ERROR,
            "005010X222A1, loop 2300, HI (12 diagnoses); 005010X223A2, loop 2300, HI (25)",
            "A professional claim has at most 12 diagnoses, an institutional one 25",
            "Keep those that the services were for.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var most = set.encounter().form().diagnoses();
        var coded = set.codes().diagnoses().size();
        if (coded > most) {
            found.accept(RULE.finding(
                    "/diagnoses/" + most, "%d diagnoses are coded, the claim holds %d".formatted(coded, most)));
        }
    }
}
