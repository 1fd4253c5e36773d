package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry.Level;

/**
 * The ICD-10-CM Tabular List of one year, or what a later list and those before it say together.
 *
 * @param release e.g. {@code 2021}; of several the latest
 * @param entries each code behind the codes that it is under
 */
public record TabularList(String release, LocalDate effectiveFrom, List<Entry> entries) {
    public TabularList {
        entries = List.copyOf(entries);
    }

    /**
     * A chapter, block or code.
     *
     * @param subject the chapter's number, {@code A00-A09}, or a code in stored form
     * @param under the subject of the block of a category, or of the block or chapter of a block; empty where nothing is above, and for what is under a category
     * @param release of the list that its notes come from
     * @param from the first day of that list
     */
    public record Entry(
            String subject, Level level, String title, List<Text> notes, String under, String release, LocalDate from) {
        public Entry {
            notes = List.copyOf(notes);
        }

        /** Where a later list has it, with the notes of this one. */
        Entry standingAt(Entry later) {
            return new Entry(subject, level, later.title, notes, later.under, release, from);
        }
    }

    /** A note as published. */
    public record Text(NoteKind kind, String text) {}

    /**
     * With what an earlier list says of what this one does not have, since a list may be loaded in part: one chapter, or what an addendum has changed. An entry of this list is
     * what this list says, notes that it does not have any more included. One without notes, under which codes are missing that are still there, is only the way to the codes
     * that the list does have: its notes are those of before.
     *
     * @param isThere whether a code of the earlier list is valid on the first day of this one
     */
    public TabularList over(TabularList earlier, Predicate<String> isThere) {
        return new TabularOverlay(this, earlier, isThere).list();
    }

    /** As {@link Edition} has them. */
    public List<FactRow> rows() {
        var rows = new ArrayList<FactRow>();
        for (var entry : entries) {
            rows.add(new FactRow(entry.subject(), entry.level().name().toLowerCase(Locale.ROOT), entry.title()));
            entry.notes()
                    .forEach(note ->
                            rows.add(new FactRow(entry.subject(), note.kind().id(), note.text())));
        }
        return rows;
    }
}
