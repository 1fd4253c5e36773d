package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A procedure that exists, but not on the date of service of its line. Source: 45 CFR 162.1011. */
final class ProcedureNotValidOnDate implements CodeRule {
    private static final Rule RULE = new Rule(
            "procedure-not-valid-on-date",
            Severity.ERROR,
            "45 CFR 162.1011 (code sets valid on the date of service)",
            "Every procedure is valid on the date of service of its line",
            "Search with the date of service and choose a code of that day.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var fact = line.fact();
            if (fact != null && NotValidOnDate.holds(set, fact)) {
                found.accept(NotValidOnDate.finding(RULE, line.pointer("procedureCode"), fact));
            }
        }
    }
}
