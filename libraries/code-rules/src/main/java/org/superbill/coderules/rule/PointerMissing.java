package org.superbill.coderules.rule;

import java.util.stream.Stream;
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
    public Stream<Finding> check(KnownSet set) {
        if (set.encounter().form() != ClaimForm.PROFESSIONAL) {
            return Stream.empty(); // an institutional claim has no pointers
        }
        return set.lines().stream()
                .filter(line -> line.line().diagnosisPointers().isEmpty())
                .map(line -> RULE.finding(
                        line.pointer("diagnosisPointers"), "The line points to no diagnosis", line.code()));
    }
}
