package org.superbill.coderules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;

/**
 * A published edition of facts: a tabular list, or lists of codes.
 *
 * @param kind which file it is an edition of, e.g. {@code icd-10-cm-tabular}
 * @param label e.g. {@code 2021}
 * @param source as findings name it, e.g. {@code Medicare Code Editor 41.1}
 * @param rows in the order of the source
 */
public record Edition(String kind, String label, LocalDate effectiveFrom, String source, List<FactRow> rows) {
    private static final String FIELDS_PARTED_BY = "\t";
    private static final Map<String, CodeListKind> LISTS = new HashMap<>();

    static {
        Arrays.stream(CodeListKind.values()).forEach(kind -> LISTS.put(kind.id(), kind));
    }

    public Edition {
        rows = List.copyOf(rows);
    }

    /** As it ships: a line with its kind, label, first day and source, then one for each row; fields parted by tabs. */
    public String text() {
        var text = new StringBuilder(String.join(FIELDS_PARTED_BY, kind, label, effectiveFrom.toString(), source))
                .append('\n');
        for (var row : rows) {
            text.append(String.join(FIELDS_PARTED_BY, row.subject(), row.fact(), row.detail()))
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads {@link #text}. */
    public static Edition read(String text) {
        var lines = text.lines().map(line -> line.split(FIELDS_PARTED_BY, -1)).iterator();
        var head = lines.next();
        var rows = new ArrayList<FactRow>();
        lines.forEachRemaining(fields -> rows.add(new FactRow(fields[0], fields[1], fields[2])));
        return new Edition(head[0], head[1], LocalDate.parse(head[2]), head[3], rows);
    }

    /** Its entries with their notes; empty when it is no tabular list. */
    public TabularList tabular() {
        return new TabularReading(this).list();
    }

    /** Its lists of codes; none when it is a tabular list. */
    public List<CodeList> lists() {
        var codes = new EnumMap<CodeListKind, Set<String>>(CodeListKind.class);
        var ages = new HashMap<String, CodeList.Ages>();
        for (var row : rows) {
            if (row.fact().equals(FactRow.AGES)) {
                ages.put(row.subject(), ages(row.detail()));
            }
            var kind = LISTS.get(row.fact());
            if (kind != null) {
                codes.computeIfAbsent(kind, any -> new HashSet<>()).add(row.subject());
            }
        }
        return codes.entrySet().stream()
                .map(list -> new CodeList(
                        list.getKey(),
                        source,
                        effectiveFrom,
                        ages.get(list.getKey().id()),
                        list.getValue()))
                .toList();
    }

    private static CodeList.Ages ages(String text) {
        var ends = text.split("-");
        return new CodeList.Ages(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
