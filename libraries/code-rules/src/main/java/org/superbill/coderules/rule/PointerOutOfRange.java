package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A pointer to a diagnosis that is not there. Source: 005010X222A1, loop 2400, SV107. */
final class PointerOutOfRange implements CodeRule {
    private static final Rule RULE = new Rule(
            "pointer-out-of-range",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107 (points to a diagnosis of the claim)",
            "Each pointer leads to a diagnosis",
            "Point to a position from 1 to the number of diagnoses.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var coded = set.codes().diagnoses().size();
        for (var line : set.lines()) {
            var pointers = line.line().diagnosisPointers();
            for (var p = 0; p < pointers.size(); p++) {
                if (pointers.get(p) < 1 || pointers.get(p) > coded) {
                    found.accept(RULE.finding(
                            List.of(line.pointer("diagnosisPointers", p)),
                            "There is no diagnosis at position %d".formatted(pointers.get(p)),
                            "Point to a position from 1 to %d.".formatted(coded),
                            line.code()));
                }
            }
        }
    }
}
