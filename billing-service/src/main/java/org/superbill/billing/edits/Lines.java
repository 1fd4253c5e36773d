package org.superbill.billing.edits;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** A line together with its place, for pointers. */
record Lines(int index, EncounterCoded.Line line) {
    private static final String LINES = "/encounter/lines/";

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

    /** With the number of the line that it points into, where the edit has not said it. */
    static Finding numbered(Finding finding, ClaimFacts facts) {
        if (finding.line() != null || !finding.pointer().startsWith(LINES)) {
            return finding;
        }
        var end = finding.pointer().indexOf('/', LINES.length());
        var index = Integer.parseInt(finding.pointer()
                .substring(LINES.length(), end < 0 ? finding.pointer().length() : end));
        return finding.onLine(facts.encounter().lines().get(index).lineNumber());
    }
}
