package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A modifier that is on a line twice. Source: 005010X222A1, loop 2400, SV101-3 to SV101-6. */
final class ModifierDuplicate implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifier-duplicate",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101-3 to SV101-6",
            "A line has each modifier once",
            "Remove the second one.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var modifiers = line.modifiers();
            for (var m = 1; m < modifiers.size(); m++) {
                if (modifiers.indexOf(modifiers.get(m)) < m) {
                    found.accept(RULE.finding(
                            line.pointer("modifiers", m),
                            "Modifier %s is there before".formatted(modifiers.get(m)),
                            line.code()));
                }
            }
        }
    }
}
