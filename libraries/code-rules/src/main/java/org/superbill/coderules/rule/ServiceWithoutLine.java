package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A service that no line codes. Source: the encounter as completed. */
final class ServiceWithoutLine implements CodeRule {
    private static final Rule RULE = new Rule(
            "service-without-line",
            Severity.ERROR,
            "the encounter as completed",
            "Each service of the encounter is coded",
            "Add a line for it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return Stream.ofNullable(set.codes().services())
                .flatMap(List::stream)
                .filter(service ->
                        set.lines().stream().noneMatch(line -> line.line().lineNumber() == service.lineNumber()))
                .map(service -> RULE.finding(
                        "/lines",
                        "The service of line number %d is not coded".formatted(service.lineNumber()),
                        service.procedureCode()));
    }
}
