package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A procedure that only groups the codes under it. Source: 45 CFR 162.1002(c)(1). */
final class HeaderProcedure implements CodeRule {
    private static final Rule RULE = new Rule(
            "procedure-is-header",
            Severity.ERROR,
            "45 CFR 162.1002(c)(1)",
            "Every procedure of a line can be reported",
            "Choose one of the codes under it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var fact = line.fact();
            if (fact != null && !fact.billable()) {
                found.accept(RULE.finding(
                        line.pointer("procedureCode"),
                        "%s is a header; only codes under it are reported".formatted(line.code()),
                        line.code()));
            }
        }
    }
}
