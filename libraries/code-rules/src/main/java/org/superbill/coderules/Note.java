package org.superbill.coderules;

import java.util.List;

/**
 * One note of the tabular list.
 *
 * @param text as published
 * @param lead the line that it continues, e.g. {@code meningitis (in):}; empty when it stands alone
 * @param codes those that it names; empty when it names none
 */
public record Note(NoteKind kind, String text, String lead, List<CodeRange> codes) {
    public Note {
        codes = List.copyOf(codes);
    }

    /** The whole sentence. */
    public String sentence() {
        return lead.isEmpty() ? text : lead + " " + text;
    }

    /** Whether it names this code or a header of it. */
    public boolean names(String code) {
        for (var range : codes) {
            if (range.contains(code)) {
                return true;
            }
        }
        return false;
    }
}
