package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line that points to more diagnoses than it holds. Source: 005010X222A1, loop 2400, SV107. */
final class PointersTooMany implements CodeRule {
    private static final Rule RULE = new Rule(
            "pointers-too-many",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107 (four pointers)",
            "A line points to at most four diagnoses",
            "Keep the four most important ones, in this order.");

    private static final int MOST = 4;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            if (line.line().diagnosisPointers().size() > MOST) {
                found.accept(RULE.finding(
                        line.pointer("diagnosisPointers"),
                        "A line points to at most %d diagnoses".formatted(MOST),
                        line.code()));
            }
        }
    }
}
