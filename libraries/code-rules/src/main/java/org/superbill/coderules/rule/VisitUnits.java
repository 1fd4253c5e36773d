package org.superbill.coderules.rule;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A visit with more than one unit. Source: NCCI Policy Manual, chapter XI; Medicare Claims Processing Manual, chapter 12, section 30.6. */
final class VisitUnits implements CodeRule {
    private static final Rule RULE = new Rule(
            "units-of-visit",
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section V; Medicare Claims Processing Manual, chapter 12, section 30.6.5",
            "A visit has one unit",
            "Put one unit; a second visit of the day is a line of its own with the modifier that says why.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            if (line.line().units().compareTo(BigDecimal.ONE) > 0 && Procedures.isVisit(line.code())) {
                found.accept(RULE.finding(
                        line.pointer("units"),
                        "%s is a visit and takes place once".formatted(line.code()),
                        line.code()));
            }
        }
    }
}
