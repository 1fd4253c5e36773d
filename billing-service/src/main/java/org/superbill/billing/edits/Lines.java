package org.superbill.billing.edits;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** A line together with its place, for pointers. */
record Lines(int index, EncounterCoded.Line line) {
    static Stream<Lines> of(ClaimFacts facts) {
        var lines = facts.encounter().lines();
        return IntStream.range(0, lines.size()).mapToObj(index -> new Lines(index, lines.get(index)));
    }

    int number() {
        return line.lineNumber();
    }

    String pointer(String field) {
        return "/encounter/lines/%d/%s".formatted(index, field);
    }
}
