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

/** Which codes an Excludes1 note keeps apart, on the code or a header. Source: ICD-10-CM Official Guidelines I.A.12.a; Tabular List and its addenda. */
final class Exclusions {
    private static final String KIND = "excludes1";
    private static final int CATEGORY = 3;

    private final Map<String, List<CodeRange>> bySubject = new HashMap<>();

    /** What the notes on a code and above it exclude: each pair of a note's codes is asked for. */
    private final Map<String, List<CodeRange>> byHolder = new ConcurrentHashMap<>();

    /** @param rows subject of a note, kind of the note, text; those of other kinds are left out */
    private Exclusions(List<String[]> rows, TabularAddenda addenda) {
        for (var row : rows) {
            if (row[1].equals(KIND)) {
                var note = new TabularList.Text(NoteKind.EXCLUDES1, row[2]);
                if (addenda.withdrawn(row[0], note).isEmpty()) {
                    add(row[0], note);
                }
            }
        }
        for (var subject : addenda.subjects()) {
            for (var added : addenda.added(subject)) {
                if (added.note().kind() == NoteKind.EXCLUDES1) {
                    add(subject, added.note());
                }
            }
        }
    }

    static Exclusions of(OfficialTerms terms) {
        return new Exclusions(terms.tabularList(), terms.addenda());
    }

    private void add(String subject, TabularList.Text note) {
        var codes = NoteReferences.of(note.text());
        if (subject.length() >= CATEGORY && !codes.isEmpty()) {
            bySubject.merge(
                    subject,
                    codes,
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
    }

    /** The note speaks for both directions. */
    boolean keepsApart(String one, String other) {
        return excludes(one, other) || excludes(other, one);
    }

    private boolean excludes(String holder, String other) {
        for (var range : byHolder.computeIfAbsent(holder, this::excludedFrom)) {
            if (range.contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** A note of a category that names codes of its own does not speak to those codes. */
    private List<CodeRange> excludedFrom(String holder) {
        var ranges = new ArrayList<CodeRange>();
        for (var length = holder.length(); length >= CATEGORY; length--) {
            bySubject.getOrDefault(holder.substring(0, length), List.of()).stream()
                    .filter(range -> !range.contains(holder))
                    .forEach(ranges::add);
        }
        return List.copyOf(ranges);
    }
}
