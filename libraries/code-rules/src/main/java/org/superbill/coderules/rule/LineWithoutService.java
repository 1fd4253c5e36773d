package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line for which the clinic has entered no service. Source: the encounter as completed. */
final class LineWithoutService implements CodeRule {
    private static final Rule RULE = new Rule(
            "line-without-service",
            Severity.ERROR,
            "the encounter as completed",
            "Each line codes a service of the encounter",
            "Use the line numbers of the services; a service that is missing is entered by the clinic as a late charge.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (set.codes().services() == null) {
            return;
        }
        for (var line : set.lines()) {
            if (set.codes().service(line.line().lineNumber()).isEmpty()) {
                found.accept(RULE.finding(
                        line.pointer("lineNumber"), "The encounter has no service with this line number", line.code()));
            }
        }
    }
}
