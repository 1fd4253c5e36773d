package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line whose procedure, units or day are not those that the clinic has charged. Source: the encounter as completed. */
final class DiffersFromService implements CodeRule {
    private static final Rule RULE = new Rule(
            "line-differs-from-service",
            Severity.WARNING,
            "the encounter as completed",
            "Each line codes what the clinic has charged",
            "Check that the charge is that of the coded procedure, units and day.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            var service = set.codes().service(line.line().lineNumber());
            if (service.isPresent()) {
                compare(line, service.get(), found);
            }
        }
    }

    private static void compare(KnownLine line, CodeSet.Service service, Consumer<Finding> found) {
        if (!line.code().equals(service.procedureCode())) {
            found.accept(RULE.finding(
                    line.pointer("procedureCode"),
                    "The clinic has charged %s, the line codes %s".formatted(service.procedureCode(), line.code()),
                    service.procedureCode(),
                    line.code()));
        }
        if (line.line().units().compareTo(service.units()) != 0) {
            found.accept(RULE.finding(
                    line.pointer("units"),
                    "The clinic has charged %s units, the line codes %s"
                            .formatted(
                                    service.units().toPlainString(),
                                    line.line().units().toPlainString()),
                    line.code()));
        }
        if (!line.date().equals(service.serviceDate())) {
            found.accept(RULE.finding(
                    line.pointer("serviceDate"),
                    "The clinic has charged it of %s, the line says %s".formatted(service.serviceDate(), line.date()),
                    line.code()));
        }
    }
}
