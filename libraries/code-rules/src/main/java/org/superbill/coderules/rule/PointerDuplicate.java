package org.superbill.coderules.rule;

import java.util.HashSet;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line that points to one diagnosis twice. Source: 005010X222A1, loop 2400, SV107. */
final class PointerDuplicate implements CodeRule {
    private static final Rule RULE = new Rule(
            "pointer-duplicate",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV107",
            "A line points to each diagnosis once",
            "Name each diagnosis once.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var pointers = line.line().diagnosisPointers();
            if (new HashSet<>(pointers).size() < pointers.size()) {
                found.accept(RULE.finding(
                        line.pointer("diagnosisPointers"), "The line points to one diagnosis twice", line.code()));
            }
        }
    }
}
