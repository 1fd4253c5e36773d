package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** More modifiers than a line holds. Source: 005010X222A1, loop 2400, SV101-3 to SV101-6 (four modifiers). */
final class TooManyModifiers implements CodeRule {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "modifiers-too-many";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV101-3 to SV101-6 (four modifiers)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> coding.lines().get(i).modifiers().size() > MOST)
                .mapToObj(i -> error(
                        "/lines/%d/modifiers".formatted(i),
                        "A line holds %d modifiers".formatted(MOST),
                        "Keep the ones that payment depends on."));
    }
}
