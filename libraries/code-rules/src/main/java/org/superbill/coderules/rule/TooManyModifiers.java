package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** More modifiers than a line holds. Source: 005010X222A1, loop 2400, SV101-3 to SV101-6. */
final class TooManyModifiers implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifiers-too-many",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101-3 to SV101-6 (four modifiers)",
            "A line has at most four modifiers",
            "Keep the ones that payment depends on.");

    private static final int MOST = 4;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            if (line.modifiers().size() > MOST) {
                found.accept(RULE.finding(
                        line.pointer("modifiers"), "A line holds %d modifiers".formatted(MOST), line.code()));
            }
        }
    }
}
