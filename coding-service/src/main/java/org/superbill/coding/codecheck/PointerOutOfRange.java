package org.superbill.coding.codecheck;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A pointer to a diagnosis that is not there. Source: 005010X222A1, loop 2400, SV107 (points to a diagnosis of the claim). */
final class PointerOutOfRange implements CodeRule {
    @Override
    public String id() {
        return "pointer-out-of-range";
    }

    @Override
    public String source() {
        return "005010X222A1, loop 2400, SV107 (points to a diagnosis of the claim)";
    }

    @Override
    public Stream<Finding> check(Coding coding, CodeTable codes) {
        return lines(coding).boxed().flatMap(i -> finding(i, coding));
    }

    private Stream<Finding> finding(int position, Coding coding) {
        var pointers = coding.lines().get(position).diagnosisPointers();
        return IntStream.range(0, pointers.size())
                .filter(p -> pointers.get(p) < 1
                        || pointers.get(p) > coding.diagnoses().size())
                .mapToObj(p -> error(
                        "/lines/%d/diagnosisPointers/%d".formatted(position, p),
                        "There is no diagnosis at position %d".formatted(pointers.get(p)),
                        "Point to a position from 1 to %d."
                                .formatted(coding.diagnoses().size())));
    }
}
