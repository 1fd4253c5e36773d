package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line that points to no diagnosis. Source: 005010X222A1, loop 2400, SV107-1. */
final class PointerMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "pointer-missing",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107-1 (required)",
            "Each line of a professional claim points to a diagnosis",
            "Say by its position which diagnosis the service was for.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.encounter().form() != ClaimForm.PROFESSIONAL) {
            return; // an institutional claim has no pointers
        }
        for (var line : set.lines()) {
            if (line.line().diagnosisPointers().isEmpty()) {
                found.accept(RULE.finding(
                        line.pointer("diagnosisPointers"), "The line points to no diagnosis", line.code()));
            }
        }
    }
}
