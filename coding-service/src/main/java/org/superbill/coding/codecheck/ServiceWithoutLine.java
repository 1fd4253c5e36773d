package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A service that no line codes. Source: the encounter as completed. */
final class ServiceWithoutLine implements CodeRule {
    @Override
    public String id() {
        return "service-without-line";
    }

    @Override
    public String source() {
        return "the encounter as completed";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return coding.services().stream()
                .filter(service -> coding.lines().stream().noneMatch(line -> line.lineNumber() == service.lineNumber()))
                .map(service -> error(
                        "/lines",
                        "The service of line number %d is not coded".formatted(service.lineNumber()),
                        "Add a line for it."));
    }
}
