package org.superbill.coding.codecheck;

import java.util.stream.Stream;

/** A line that points to no diagnosis. Source: 005010X222A1, loop 2400, SV107-1 (required). */
final class PointerMissing implements CodeRule {
    @Override
    public String id() {
        return "pointer-missing";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV107-1 (required)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> coding.lines().get(i).diagnosisPointers().isEmpty())
                .mapToObj(i -> error(
                        "/lines/%d/diagnosisPointers".formatted(i),
                        "The line points to no diagnosis",
                        "Say by its position which diagnosis the service was for."));
    }
}
