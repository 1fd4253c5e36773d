package org.superbill.coderules.rule;

import java.util.HashSet;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A service that is coded on two lines. Source: the encounter as completed. */
final class LineDuplicate implements CodeRule {
    private static final Rule RULE = new Rule(
            "line-duplicate",
            Severity.ERROR,
            "the encounter as completed",
            "Each service is coded on one line",
            "Code each service on one line.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var before = new HashSet<Integer>();
        for (var line : set.lines()) {
            if (!before.add(line.line().lineNumber())) {
                found.accept(RULE.finding(
                        line.pointer("lineNumber"), "The service of this line number is coded before", line.code()));
            }
        }
    }
}
