package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A line whose procedure or units are not those that the clinic has charged. Source: the encounter as completed. */
final class DiffersFromService implements CodeRule {
    @Override
    public String id() {
        return "line-differs-from-service";
    }

    @Override
    public String source() {
        return "the encounter as completed";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .boxed()
                .flatMap(i -> coding.service(coding.lines().get(i).lineNumber()).stream()
                        .flatMap(service -> finding(i, coding.lines().get(i), service)));
    }

    private Stream<Finding> finding(int position, Coding.Line line, Coding.Service service) {
        var findings = Stream.<Finding>builder();
        if (!line.procedureCode().equals(service.procedureCode())) {
            findings.add(warning(
                    "/lines/%d/procedureCode".formatted(position),
                    "The clinic has charged %s, the line codes %s"
                            .formatted(service.procedureCode(), line.procedureCode()),
                    "Check that the charge is that of the coded procedure."));
        }
        if (line.units().compareTo(service.units()) != 0) {
            findings.add(warning(
                    "/lines/%d/units".formatted(position),
                    "The clinic has charged %s units, the line codes %s"
                            .formatted(
                                    service.units().toPlainString(),
                                    line.units().toPlainString()),
                    "Check that the charge is that of the coded units."));
        }
        return findings.build();
    }
}
