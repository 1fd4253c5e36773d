package org.superbill.coderules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A code, block or chapter of the tabular list that has notes, with what is above it. */
public final class NotedEntry {
    private final String subject;
    private final Level level;
    private final String title;
    private final String release;
    private final List<Note> notes;
    private final List<Note> excludes1;
    private final Predicate<LocalDate> holds;
    private final @Nullable NotedEntry above;

    /**
     * @param subject {@code A04} (stored form), {@code A00-A09}, or the chapter's number
     * @param title as the tabular list describes it
     * @param release of the tabular list, e.g. {@code 2021}
     * @param holds on which days the entry is what it was in that release, so that its notes hold
     */
    public NotedEntry(
            String subject,
            Level level,
            String title,
            String release,
            List<Note> notes,
            Predicate<LocalDate> holds,
            @Nullable NotedEntry above) {
        this.subject = subject;
        this.level = level;
        this.title = title;
        this.release = release;
        this.notes = List.copyOf(notes);
        this.excludes1 = this.notes.stream()
                .filter(note ->
                        note.kind() == NoteKind.EXCLUDES1 && !note.codes().isEmpty())
                .toList();
        this.holds = holds;
        this.above = above;
    }

    /** What an entry is. */
    public enum Level {
        CHAPTER,
        BLOCK,
        CODE
    }

    public String subject() {
        return subject;
    }

    public Level level() {
        return level;
    }

    public String title() {
        return title;
    }

    public String release() {
        return release;
    }

    public List<Note> notes() {
        return notes;
    }

    public boolean holdsOn(LocalDate day) {
        return holds.test(day);
    }

    public Optional<NotedEntry> above() {
        return Optional.ofNullable(above);
    }

    /** This entry and those above it, from the code up. */
    public List<NotedEntry> upward() {
        var entries = new ArrayList<NotedEntry>();
        for (var entry = this; entry != null; entry = entry.above) {
            entries.add(entry);
        }
        return entries;
    }

    /** How a finding names it: {@code A04.7}, {@code block A00-A09}, {@code chapter 1}. */
    public String name() {
        return switch (level) {
            case CHAPTER -> "chapter " + subject;
            case BLOCK -> "block " + subject;
            case CODE -> Terminology.ICD_10_CM.written(subject);
        };
    }

    /** What a finding says of its source. */
    public String source(Note note) {
        return "ICD-10-CM Tabular List %s, note at %s: %s".formatted(release, name(), note.sentence());
    }

    /** A note with where it stands. */
    public record Placed(NotedEntry entry, Note note) {
        public String source() {
            return entry.source(note);
        }
    }

    /** The notes of a kind that name codes, here and above, as far as they hold on the day. */
    public Stream<Placed> naming(NoteKind kind, LocalDate day) {
        return upward().stream()
                .filter(entry -> entry.holdsOn(day))
                .flatMap(entry -> entry.notes.stream()
                        .filter(note -> note.kind() == kind && !note.codes().isEmpty())
                        .map(note -> new Placed(entry, note)));
    }

    /**
     * The Excludes1 note, here or above, that keeps {@code holder} apart from {@code other}; null when there is none. A note of a block or category that names
     * codes of its own does not speak to those codes.
     */
    public @Nullable Placed excluding(String holder, String other, LocalDate day) {
        for (var entry = this; entry != null; entry = entry.above) {
            for (var note : entry.excludes1) {
                if (note.names(other) && !note.names(holder) && entry.holdsOn(day)) {
                    return new Placed(entry, note);
                }
            }
        }
        return null;
    }
}
