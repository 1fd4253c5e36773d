package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRange;
import org.superbill.coderules.facts.NoteReferences;

/** Which codes an Excludes1 note keeps apart, on the code, a header or its block. Source: ICD-10-CM Official Guidelines I.A.12.a; Tabular List. */
final class Exclusions {
    private static final String KIND = "excludes1";
    private static final int CATEGORY = 3;

    private final Map<String, List<CodeRange>> bySubject = new HashMap<>();

    /** @param rows subject of a note, kind of the note, text; those of other kinds are left out */
    Exclusions(List<String[]> rows) {
        for (var row : rows) {
            if (row[1].equals(KIND) && row[0].length() >= CATEGORY) {
                var codes = NoteReferences.of(row[2]);
                if (!codes.isEmpty()) {
                    bySubject.merge(row[0], codes, Exclusions::both);
                }
            }
        }
    }

    static Exclusions shipped() {
        return new Exclusions(OfficialTerms.tabularList());
    }

    private static List<CodeRange> both(List<CodeRange> some, List<CodeRange> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The note speaks for both directions. */
    boolean keepsApart(String one, String other) {
        return excludes(one, other) || excludes(other, one);
    }

    private boolean excludes(String holder, String other) {
        for (var length = holder.length(); length >= CATEGORY; length--) {
            for (var range : bySubject.getOrDefault(holder.substring(0, length), List.of())) {
                if (range.contains(other) && !range.contains(holder)) {
                    return true;
                }
            }
        }
        return false;
    }
}
