package org.superbill.coderules.rule;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A bilateral procedure that is counted twice. Source: Medicare Claims Processing Manual, chapter 12, section 40.7. */
final class BilateralUnits implements CodeRule {
    private static final Rule RULE = new Rule(
            "units-of-bilateral",
            Severity.ERROR,
            "Medicare Claims Processing Manual, chapter 12, section 40.7 (one unit with modifier 50)",
            "A line with modifier 50 has one unit",
            "Put one unit: modifier 50 already says both sides.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            if (line.modifiers().contains("50") && line.line().units().compareTo(BigDecimal.ONE) > 0) {
                found.accept(RULE.finding(
                        line.pointer("units"), "Modifier 50 stands for both sides and one unit", line.code()));
            }
        }
    }
}
