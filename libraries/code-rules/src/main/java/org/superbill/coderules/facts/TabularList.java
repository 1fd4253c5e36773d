package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.List;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry.Level;

/**
 * The ICD-10-CM Tabular List of one year.
 *
 * @param release e.g. {@code 2021}
 * @param entries in their order: a chapter, its blocks, each with its codes
 */
public record TabularList(String release, LocalDate effectiveFrom, List<Entry> entries) {
    public TabularList {
        entries = List.copyOf(entries);
    }

    /**
     * A chapter, block or code.
     *
     * @param subject the chapter's number, {@code A00-A09}, or a code in stored form
     */
    public record Entry(String subject, Level level, String title, List<Text> notes) {
        public Entry {
            notes = List.copyOf(notes);
        }
    }

    /** A note as published. */
    public record Text(NoteKind kind, String text) {}
}
