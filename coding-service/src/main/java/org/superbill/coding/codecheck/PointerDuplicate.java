package org.superbill.coding.codecheck;

import java.util.HashSet;
import java.util.stream.Stream;

/** A line that points to one diagnosis twice. Source: 005010X222A1, loop 2400, SV107. */
final class PointerDuplicate implements CodeRule {
    @Override
    public String id() {
        return "pointer-duplicate";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV107";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding)
                .filter(i -> {
                    var pointers = coding.lines().get(i).diagnosisPointers();
                    return new HashSet<>(pointers).size() < pointers.size();
                })
                .mapToObj(i -> error(
                        "/lines/%d/diagnosisPointers".formatted(i),
                        "The line points to one diagnosis twice",
                        "Name each diagnosis once."));
    }
}
