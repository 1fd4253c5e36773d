package org.superbill.coderules.rule;

import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A line whose procedure or units are not those that the clinic has charged. Source: the encounter as completed. */
final class DiffersFromService implements CodeRule {
    private static final Rule RULE = new Rule(
            "line-differs-from-service",
            Severity.WARNING,
            "the encounter as completed",
            "Each line codes what the clinic has charged",
            "Check that the charge is that of the coded procedure and units.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.lines().stream()
                .flatMap(line -> set.codes().service(line.line().lineNumber()).stream()
                        .flatMap(service -> findings(line, service)));
    }

    private static Stream<Finding> findings(KnownLine line, CodeSet.Service service) {
        var findings = Stream.<Finding>builder();
        if (!line.code().equals(service.procedureCode())) {
            findings.add(RULE.finding(
                    line.pointer("procedureCode"),
                    "The clinic has charged %s, the line codes %s".formatted(service.procedureCode(), line.code()),
                    service.procedureCode(),
                    line.code()));
        }
        if (line.line().units().compareTo(service.units()) != 0) {
            findings.add(RULE.finding(
                    line.pointer("units"),
                    "The clinic has charged %s units, the line codes %s"
                            .formatted(
                                    service.units().toPlainString(),
                                    line.line().units().toPlainString()),
                    line.code()));
        }
        return findings.build();
    }
}
