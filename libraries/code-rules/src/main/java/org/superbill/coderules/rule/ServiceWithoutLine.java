package org.superbill.coderules.rule;

import java.util.function.Consumer;
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
    public void check(KnownSet set, Consumer<Finding> found) {
        var services = set.codes().services();
        if (services == null) {
            return;
        }
        for (var service : services) {
            if (set.lines().stream().noneMatch(line -> line.line().lineNumber() == service.lineNumber())) {
                found.accept(RULE.finding(
                        "/lines",
                        "The service of line number %d is not coded".formatted(service.lineNumber()),
                        service.procedureCode()));
            }
        }
    }
}
