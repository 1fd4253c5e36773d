package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A service that is coded twice. Source: the encounter as completed. */
final class LineDuplicate implements CodeRule {
    @Override
    public String id() {
        return "line-duplicate";
    }

    @Override
    public String source() {
        return "the encounter as completed";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> lines(coding)
                        .limit(i)
                        .anyMatch(j -> coding.lines().get(j).lineNumber()
                                == coding.lines().get(i).lineNumber()))
                .mapToObj(i -> error(
                        "/lines/%d/lineNumber".formatted(i),
                        "The service of this line number is coded before",
                        "Code each service on one line."));
    }
}
