package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A line for which the clinic has entered no service. Source: the encounter as completed. */
final class LineWithoutService implements CodeRule {
    @Override
    public String id() {
        return "line-without-service";
    }

    @Override
    public String source() {
        return "the encounter as completed";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> coding.service(coding.lines().get(i).lineNumber()).isEmpty())
                .mapToObj(
                        i -> error(
                                "/lines/%d/lineNumber".formatted(i),
                                "The encounter has no service with this line number",
                                "Use the line numbers of the services; a service that is missing is entered by the clinic as a late charge."));
    }
}
