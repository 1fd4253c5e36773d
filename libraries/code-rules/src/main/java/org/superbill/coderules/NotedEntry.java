package org.superbill.coderules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A code, block or chapter of the tabular list that has notes, with what is above it. */
public final class NotedEntry {
    private static final Set<NoteKind> READ_BY_RULES =
            EnumSet.of(NoteKind.EXCLUDES1, NoteKind.CODE_FIRST, NoteKind.USE_ADDITIONAL);

    private final String subject;
    private final Level level;
    private final String title;
    private final String release;
    private final List<Note> notes;
    private final Predicate<LocalDate> holds;
    private final @Nullable NotedEntry above;
    /** Here and above, the nearest first: looked up a hundred times for each set of codes. */
    private final Map<NoteKind, List<Placed>> naming = new EnumMap<>(NoteKind.class);
    /** A bit for each letter with which a code may begin that an Excludes1 note names. */
    private final int excludedLetters;

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
        this.holds = holds;
        this.above = above;
        for (var kind : READ_BY_RULES) {
            naming.put(kind, chain(kind));
        }
        this.excludedLetters = naming(NoteKind.EXCLUDES1).stream()
                .flatMap(placed -> placed.note().codes().stream())
                .mapToInt(NotedEntry::letters)
                .reduce(0, (one, other) -> one | other);
    }

    private List<Placed> chain(NoteKind kind) {
        var own = notes.stream()
                .filter(note -> note.kind() == kind && !note.codes().isEmpty())
                .map(note -> new Placed(this, note));
        return Stream.concat(own, above == null ? Stream.empty() : above.naming(kind).stream())
                .toList();
    }

    private List<Placed> naming(NoteKind kind) {
        return naming.getOrDefault(kind, List.of());
    }

    private static int letters(CodeRange range) {
        var letters = 0;
        for (var letter = range.from().charAt(0); letter <= range.to().charAt(0); letter++) {
            letters |= bit(letter);
        }
        return letters;
    }

    private static int bit(char letter) {
        return 1 << (letter - 'A');
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

    /** Of the list, or of the addenda that have added the note. */
    public String releaseOf(Note note) {
        var changed = note.changed();
        return changed != null && changed.added() ? changed.release() : release;
    }

    /** Whether a note of this entry holds: it stands, and the entry is what it was when the note was published. */
    public boolean holds(Note note, LocalDate day) {
        return note.stoodOn(day) && (note.isAdded() || holdsOn(day));
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
        return "ICD-10-CM Tabular List %s, note at %s: %s".formatted(releaseOf(note), name(), note.sentence());
    }

    /** A note with where it stands. */
    public record Placed(NotedEntry entry, Note note) {
        boolean holdsOn(LocalDate day) {
            return entry.holds(note, day);
        }

        public String source() {
            return entry.source(note);
        }
    }

    /** The notes of a kind that name codes, here and above, as far as they hold on the day; of the kinds that rules read. */
    public List<Placed> naming(NoteKind kind, LocalDate day) {
        var placed = naming(kind);
        return placed.isEmpty()
                ? placed
                : placed.stream().filter(one -> one.holdsOn(day)).toList();
    }

    /**
     * The Excludes1 note, here or above, that keeps {@code holder} apart from {@code other}; null when there is none. A note of a block or category that names
     * codes of its own does not speak to those codes.
     */
    public @Nullable Placed excluding(String holder, String other, LocalDate day) {
        if (other.isEmpty() || (excludedLetters & bit(other.charAt(0))) == 0) {
            return null;
        }
        for (var placed : naming(NoteKind.EXCLUDES1)) {
            if (placed.note().names(other) && !placed.note().names(holder) && placed.holdsOn(day)) {
                return placed;
            }
        }
        return null;
    }

    /**
     * Whether addenda have said of this code or one above it that {@code other} may be coded beside it: an Excludes2 note that they have added. One of a whole
     * block is too wide to speak of two codes.
     */
    public boolean allowsSince(String other, LocalDate day) {
        for (var entry = this; entry != null && entry.level == Level.CODE; entry = entry.above) {
            for (var note : entry.notes) {
                if (note.isAdded() && note.kind() == NoteKind.EXCLUDES2 && note.names(other) && note.stoodOn(day)) {
                    return true;
                }
            }
        }
        return false;
    }
}
