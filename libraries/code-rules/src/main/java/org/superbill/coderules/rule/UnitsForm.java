package org.superbill.coderules.rule;

import java.math.BigDecimal;
import java.util.stream.Stream;
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
    public Stream<Finding> check(KnownSet set) {
        return set.lines().stream()
                .filter(line -> line.line().units().signum() <= 0
                        || (!isWhole(line.line().units()) && !Procedures.isMiles(line.code())))
                .map(line -> RULE.finding(
                        line.pointer("units"),
                        "%s units of %s".formatted(line.line().units().toPlainString(), line.code()),
                        line.code()));
    }

    private static boolean isWhole(BigDecimal units) {
        return units.remainder(BigDecimal.ONE).signum() == 0;
    }
}
