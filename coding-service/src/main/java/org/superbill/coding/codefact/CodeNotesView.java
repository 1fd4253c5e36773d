package org.superbill.coding.codefact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRange;
import org.superbill.coderules.Note;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * The notes of a code and of all above it, nearest first.
 *
 * @param release of the tabular list that the notes come from; absent when none is loaded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeNotes")
record CodeNotesView(
        CodeSystem system,
        String code,
        LocalDate on,
        @Nullable String release,
        List<Entry> entries) {

    /**
     * What a code, block or chapter says.
     *
     * @param level {@code code}, {@code block} or {@code chapter}
     * @param at the code as it is written, the block as {@code A00-A09}, or the number of the chapter
     * @param title in that release of the tabular list
     * @param holds whether the notes hold on the day: the code is described in the release in force as it was in that of the notes. Notes of blocks and chapters
     *     always hold. Rules read only notes that hold.
     */
    @Schema(name = "CodeNotesEntry")
    record Entry(
            String level,
            String at,
            String title,
            String release,
            boolean holds,
            List<NoteView> notes,
            List<SeventhCharacter> seventhCharacters) {

        static Entry of(NotedEntry entry, LocalDate on) {
            return new Entry(
                    entry.level().name().toLowerCase(Locale.ROOT),
                    entry.level() == NotedEntry.Level.CODE
                            ? CodeSystem.ICD_10_CM.display(entry.subject())
                            : entry.subject(),
                    entry.title(),
                    entry.release(),
                    entry.holdsOn(on),
                    entry.notes().stream()
                            .filter(note -> note.kind() != NoteKind.SEVENTH_CHARACTER)
                            .filter(note -> note.stoodOn(on))
                            .map(note -> NoteView.of(note, entry.releaseOf(note)))
                            .toList(),
                    entry.notes().stream()
                            .filter(note -> note.kind() == NoteKind.SEVENTH_CHARACTER)
                            .map(SeventhCharacter::of)
                            .toList());
        }
    }

    /**
     * One note.
     *
     * @param kind {@code includes}, {@code inclusion-term}, {@code excludes1}, {@code excludes2}, {@code code-first}, {@code use-additional}, {@code code-also},
     *     {@code note} or {@code seventh-character-note}
     * @param codes those that it names, with all under them: {@code A18.32}, {@code C00-C96}
     * @param release that it comes from: the entry's, or a later one that has added it. What a later one has withdrawn is not there from that day on
     */
    @Schema(name = "CodeNote")
    record NoteView(String kind, String text, List<String> codes, String release) {
        static NoteView of(Note note, String release) {
            return new NoteView(
                    note.kind().id(),
                    note.text(),
                    note.codes().stream().map(CodeRange::written).toList(),
                    release);
        }
    }

    /** A 7th character and what it means. */
    @Schema(name = "CodeSeventhCharacter")
    record SeventhCharacter(String character, String meaning) {
        static SeventhCharacter of(Note note) {
            return new SeventhCharacter(
                    note.text().substring(0, 1), note.text().substring(1).strip());
        }
    }
}
