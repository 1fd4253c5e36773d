package org.superbill.coderules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One note of the tabular list.
 *
 * @param text as published
 * @param lead the line that it continues, e.g. {@code meningitis (in):}; empty when it stands alone
 * @param codes those that it names; empty when it names none
 * @param changed by which addenda it came or went after the list was published; null when it stands as published
 */
public record Note(
        NoteKind kind,
        String text,
        String lead,
        List<CodeRange> codes,
        @Nullable Changed changed) {
    public Note {
        codes = List.copyOf(codes);
    }

    /** As published. */
    public Note(NoteKind kind, String text, String lead, List<CodeRange> codes) {
        this(kind, text, lead, codes, null);
    }

    /**
     * A change after the list was published.
     *
     * @param release whose addenda say so, e.g. {@code 2026}
     * @param from the first day on which it counts
     * @param added else withdrawn
     */
    public record Changed(String release, LocalDate from, boolean added) {}

    /** Whether addenda have added it. */
    public boolean isAdded() {
        return changed != null && changed.added();
    }

    /** Whether it had come and had not gone yet. */
    public boolean stoodOn(LocalDate day) {
        return changed == null || changed.added() != day.isBefore(changed.from());
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
