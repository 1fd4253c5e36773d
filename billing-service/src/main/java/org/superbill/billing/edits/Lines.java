package org.superbill.billing.edits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/** A line together with its place, for pointers. */
record Lines(int index, EncounterCoded.Line line) {
    private static final String LINES = "/encounter/lines/";

    static List<Lines> of(ClaimFacts facts) {
        var given = facts.encounter().lines();
        var lines = new ArrayList<Lines>(given.size());
        for (var index = 0; index < given.size(); index++) {
            lines.add(new Lines(index, given.get(index)));
        }
        return Collections.unmodifiableList(lines);
    }

    int number() {
        return line.lineNumber();
    }

    /** Its own place of service (SV105), else that of the claim. */
    String placeOfService(ClaimFacts facts) {
        var own = line.more().placeOfService();
        return own == null ? facts.location().placeOfService() : own;
    }

    String pointer(String field) {
        return LINES + index + "/" + field;
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
