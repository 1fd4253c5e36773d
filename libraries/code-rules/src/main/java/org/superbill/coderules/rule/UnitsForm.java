package org.superbill.coderules.rule;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Units that a service cannot have. Source: NCCI Policy Manual, chapter I, section V; 005010X222A1, SV104. */
final class UnitsForm implements CodeRule {
    private static final Rule RULE = new Rule(
            "units-form",
            Severity.ERROR,
            "005010X222A1, loop 2400, SV104; NCCI Policy Manual (Medicare), chapter I, section V (units of service)",
            "Units are above zero, and whole but for miles",
            "Count the service as its code describes it: a fraction is rounded as the code says, minutes of anesthesia are whole.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var units = line.line().units();
            if (units.signum() <= 0 || (!isWhole(units) && !Procedures.isMiles(line.code()))) {
                found.accept(RULE.finding(
                        line.pointer("units"),
                        "%s units of %s".formatted(units.toPlainString(), line.code()),
                        line.code()));
            }
        }
    }

    private static boolean isWhole(BigDecimal units) {
        return units.scale() <= 0 || units.remainder(BigDecimal.ONE).signum() == 0;
    }
}
