package org.superbill.coderules.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.superbill.coderules.Note;
import org.superbill.coderules.NoteKind;

/**
 * What has been withdrawn from the notes of the Tabular List, and added to them, since a list that is loaded: a list years old would otherwise keep apart what
 * may be reported together by now. The changes are in {@code tabular-addenda.tsv}, which says of which years they are.
 */
public final class TabularAddenda {
    private static final String FILE = "tabular-addenda.tsv";
    private static final List<Change> SHIPPED = read();

    private final Map<String, List<Change>> bySubject;

    private TabularAddenda(List<Change> changes) {
        bySubject = changes.stream().collect(Collectors.groupingBy(Change::subject));
    }

    /** @param subject a code in stored form, a block, or the number of a chapter */
    private record Change(Note.Changed how, String subject, NoteKind kind, String text) {
        boolean withdraws(TabularList.Text note) {
            return !how.added() && kind == note.kind() && Words.plain(text).equals(Words.plain(note.text()));
        }
    }

    /** Those that are newer than what the list says of their subject; of what it does not have, than the oldest of what it says. */
    public static TabularAddenda since(TabularList list) {
        var from = list.entries().stream()
                .collect(Collectors.toMap(
                        TabularList.Entry::subject, TabularList.Entry::from, (category, block) -> category));
        var oldest = from.values().stream().min(Comparator.naturalOrder()).orElse(list.effectiveFrom());
        return new TabularAddenda(SHIPPED.stream()
                .filter(change -> change.how().from().isAfter(from.getOrDefault(change.subject(), oldest)))
                .toList());
    }

    /** How a note of the list has been withdrawn; empty when it still stands. */
    public Optional<Note.Changed> withdrawn(String subject, TabularList.Text note) {
        return of(subject).stream()
                .filter(change -> change.withdraws(note))
                .map(Change::how)
                .findFirst();
    }

    /** A note that has been added. */
    public record Added(TabularList.Text note, Note.Changed how) {}

    public List<Added> added(String subject) {
        return of(subject).stream()
                .filter(change -> change.how().added())
                .map(change -> new Added(new TabularList.Text(change.kind(), change.text()), change.how()))
                .toList();
    }

    /** What has changed notes, those above before those under them. */
    public List<String> subjects() {
        return bySubject.keySet().stream().sorted().toList();
    }

    /** Of the first change of its notes. */
    String releaseOf(String subject) {
        return of(subject).get(0).how().release();
    }

    private List<Change> of(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    private static List<Change> read() {
        try (var stream = TabularAddenda.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new FileNotFoundException("This build lacks its resource " + FILE);
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> change(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fields release, its first day, {@code added} or {@code withdrawn}, subject, kind, text */
    private static Change change(String[] fields) {
        return new Change(
                new Note.Changed(fields[0], LocalDate.parse(fields[1]), fields[2].equals("added")),
                fields[3],
                NoteKind.of(fields[4]).orElseThrow(),
                fields[5]);
    }
}
