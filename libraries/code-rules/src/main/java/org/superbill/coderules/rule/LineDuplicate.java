package org.superbill.coderules.rule;

import java.util.stream.Stream;
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
    public Stream<Finding> check(KnownSet set) {
        var lines = set.lines();
        return lines.stream()
                .filter(line -> lines.stream()
                        .limit(line.index())
                        .anyMatch(before ->
                                before.line().lineNumber() == line.line().lineNumber()))
                .map(line -> RULE.finding(
                        line.pointer("lineNumber"), "The service of this line number is coded before", line.code()));
    }
}
