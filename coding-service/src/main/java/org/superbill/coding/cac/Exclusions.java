package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRange;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.facts.NoteReferences;
import org.superbill.coderules.facts.TabularAddenda;
import org.superbill.coderules.facts.TabularList;

/** Which codes an Excludes1 note keeps apart, on a code, its header or its block. Source: ICD-10-CM Official Guidelines I.A.12.a; Tabular List and its addenda. */
final class Exclusions {
    private static final String KIND = "excludes1";
    private static final int CATEGORY = 3;

    /** Codes of notes by their subjects, and what those on a code and above it name, by its first letters: each pair of a note's codes is asked for. */
    private record Notes(
            Map<String, List<CodeRange>> bySubject, Map<String, Map<Character, List<CodeRange>>> byHolder) {
        Notes() {
            this(new HashMap<>(), new ConcurrentHashMap<>());
        }

        void add(String subject, TabularList.Text note) {
            var codes = NoteReferences.of(note.text());
            if (subject.length() >= CATEGORY && !codes.isEmpty()) {
                bySubject.merge(
                        subject,
                        codes,
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
        }

        /** A note speaks for both directions. */
        boolean name(String one, String other) {
            return names(one, other) || names(other, one);
        }

        private boolean names(String holder, String other) {
            for (var range : byHolder.computeIfAbsent(holder, this::named).getOrDefault(other.charAt(0), List.of())) {
                if (range.contains(other)) {
                    return true;
                }
            }
            return false;
        }

        /** A note of a category that names codes of its own does not speak to those codes. */
        private Map<Character, List<CodeRange>> named(String holder) {
            var ranges = new ArrayList<CodeRange>();
            for (var length = holder.length(); length >= CATEGORY; length--) {
                bySubject.getOrDefault(holder.substring(0, length), List.of()).stream()
                        .filter(range -> !range.contains(holder))
                        .forEach(ranges::add);
            }
            bySubject.forEach((subject, codes) -> {
                if (isBlockOf(subject, holder)) {
                    codes.stream().filter(range -> !range.contains(holder)).forEach(ranges::add);
                }
            });
            var byLetter = new HashMap<Character, List<CodeRange>>();
            for (var range : ranges) {
                for (var letter = range.from().charAt(0); letter <= range.to().charAt(0); letter++) {
                    byLetter.computeIfAbsent(letter, unseen -> new ArrayList<>())
                            .add(range);
                }
            }
            return byLetter;
        }

        /** "C15-C26" */
        private static boolean isBlockOf(String subject, String holder) {
            var ends = subject.split("-");
            var category = holder.substring(0, CATEGORY);
            return ends.length == 2 && category.compareTo(ends[0]) >= 0 && category.compareTo(ends[1]) <= 0;
        }
    }

    private final Notes first = new Notes();
    private final Notes added = new Notes();

    /** What may be coded together since: the newer word counts. */
    private final Notes allowed = new Notes();

    /** @param rows subject of a note, kind of the note, text; those of other kinds are left out */
    private Exclusions(List<String[]> rows, TabularAddenda addenda) {
        for (var row : rows) {
            if (row[1].equals(KIND)) {
                var note = new TabularList.Text(NoteKind.EXCLUDES1, row[2]);
                if (addenda.withdrawn(row[0], note).isEmpty()) {
                    first.add(row[0], note);
                }
            }
        }
        for (var subject : addenda.subjects()) {
            for (var later : addenda.added(subject)) {
                if (later.note().kind() == NoteKind.EXCLUDES1) {
                    added.add(subject, later.note());
                } else if (later.note().kind() == NoteKind.EXCLUDES2) {
                    allowed.add(subject, later.note());
                }
            }
        }
    }

    static Exclusions of(OfficialTerms terms) {
        return new Exclusions(terms.tabularList(), terms.addenda());
    }

    boolean keepsApart(String one, String other) {
        return added.name(one, other) || first.name(one, other) && !allowed.name(one, other);
    }
}
