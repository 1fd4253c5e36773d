package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A line that points to more diagnoses than it holds. Source: 005010X222A1, loop 2400, SV107 (four pointers). */
final class PointersTooMany implements CodeRule {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "pointers-too-many";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV107 (four pointers)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> coding.lines().get(i).diagnosisPointers().size() > MOST)
                .mapToObj(i -> error(
                        "/lines/%d/diagnosisPointers".formatted(i),
                        "A line points to at most %d diagnoses".formatted(MOST),
                        "Keep the %d most important ones, in this order.".formatted(MOST)));
    }
}
