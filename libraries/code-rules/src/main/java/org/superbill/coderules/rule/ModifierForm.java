package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A modifier that is not two letters or digits. Source: 005010X222A1, loop 2400, SV101-3. */
final class ModifierForm implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifier-form",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV101-3 (modifier, two characters)",
            "Every modifier is two letters or digits",
            "Look the modifier up in CPT or HCPCS Level II.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            for (var m = 0; m < line.modifiers().size(); m++) {
                if (!Terminology.MODIFIER.accepts(line.modifiers().get(m))) {
                    found.accept(RULE.finding(
                            line.pointer("modifiers", m), "A modifier is two letters or digits", line.code()));
                }
            }
        }
    }
}
