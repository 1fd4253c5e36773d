package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.superbill.coderules.Laterality;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.Place;
import org.superbill.coderules.Terminology;

/** Builds the table of ICD-10-CM: its codes, with the notes of the tabular list, their sides and their 7th characters. */
public final class DiagnosisTable {
    static final int LENGTH = 7;
    private static final int CATEGORY = 3;

    private final TabularList tabular;
    private final Map<String, String> titles = new HashMap<>();
    private final Spans spans = new Spans();
    private final TreeMap<String, CodeSpan> newest = new TreeMap<>();
    private final Map<String, Predicate<LocalDate>> same = new HashMap<>();
    private final Map<String, List<String>> replacements = new HashMap<>();

    /** @param tabular {@link TabularList#NONE} when none is loaded */
    public DiagnosisTable(TabularList tabular) {
        this.tabular = tabular;
        for (var entry : tabular.entries()) {
            if (entry.level() == NotedEntry.Level.CODE) {
                titles.put(entry.subject(), Words.plain(entry.title()));
            }
        }
    }

    /** The spans of one code oldest first; the codes in any order. */
    public DiagnosisTable add(CodeSpan span) {
        spans.add(span);
        newest.put(span.code(), span);
        var title = titles.get(span.code());
        if (title != null && title.equals(Words.plain(span.description()))) {
            same.merge(span.code(), span::covers, Predicate::or);
        }
        return this;
    }

    /** What to code instead of a code that is gone. */
    public DiagnosisTable replace(String code, List<String> by) {
        replacements.put(code, List.copyOf(by));
        return this;
    }

    public TermTable build() {
        var notes = new TabularNotes(tabular, same, this::newestDescription);
        var sides = sides();
        var seventh = seventhCharacters();
        var below = billableBelow();
        return spans.table(
                Terminology.ICD_10_CM,
                code -> new Place(
                        notes.of(code),
                        sides.get(code),
                        seventh.getOrDefault(code, ""),
                        below.getOrDefault(code, List.of())),
                replacements);
    }

    private String newestDescription(String code) {
        var span = newest.get(code);
        return span == null ? "" : span.description();
    }

    private Map<String, Laterality> sides() {
        var descriptions = new TreeMap<String, String>();
        newest.forEach((code, span) -> {
            if (span.billable()) {
                descriptions.put(code, span.description());
            }
        });
        return Lateralities.of(descriptions);
    }

    /** By header: the last characters of the codes of seven that it becomes with nothing but placeholders between. */
    private Map<String, String> seventhCharacters() {
        var found = new HashMap<String, String>();
        for (var code : newest.keySet()) {
            if (code.length() == LENGTH) {
                var header = code.substring(0, LENGTH - 1);
                while (header.endsWith("X") && !newest.containsKey(header)) {
                    header = header.substring(0, header.length() - 1);
                }
                found.merge(header, code.substring(LENGTH - 1), String::concat);
            }
        }
        return found;
    }

    /** By header: the first billable codes that begin with it, and as many that have ended; {@link TermTable} leaves those of the day. */
    private Map<String, List<String>> billableBelow() {
        var found = new HashMap<String, List<String>>();
        var ended = new HashMap<String, Integer>();
        newest.forEach((code, span) -> {
            if (span.billable()) {
                for (var length = CATEGORY; length < code.length(); length++) {
                    var header = code.substring(0, length);
                    var below = found.computeIfAbsent(header, any -> new ArrayList<>());
                    var gone = ended.getOrDefault(header, 0);
                    if ((span.to() == null ? below.size() - gone : gone) < Place.SHOWN) {
                        below.add(code);
                        ended.put(header, span.to() == null ? gone : gone + 1);
                    }
                }
            }
        });
        return found;
    }
}
