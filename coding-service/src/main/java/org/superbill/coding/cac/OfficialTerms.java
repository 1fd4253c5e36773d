package org.superbill.coding.cac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.superbill.coderules.facts.TabularAddenda;
import org.superbill.coderules.facts.TabularList;

/**
 * The terms of the CDC in the shape in which the engine takes them: the Alphabetic Index and its tables (as {@code codeindex} ships them) and the Tabular List (as
 * {@code codefact} does). Those that ship with this service are works of the US government, in the public domain (17 U.S.C. 105); a later year's that was loaded takes
 * their place.
 */
public final class OfficialTerms {
    private static final String FOLDER = "reference/";
    private static final int TITLE = 1;
    private static final int MODIFIERS = 2;
    private static final int SEE = 3;
    private static final int SEE_ALSO = 4;
    private static final int CODES = 5;
    private static final int CELLS = 6;
    private static final Set<String> TERMS = Set.of("inclusion-term", "includes");

    private final Map<Part, List<String[]>> loaded;
    private final TabularList list;

    private OfficialTerms(Map<Part, List<String[]>> loaded, TabularList list) {
        this.loaded = loaded;
        this.list = list;
    }

    /** What is published by itself. */
    public enum Part {
        /** The Index to Diseases and Injuries, and the tables: rows of level, title, modifiers, see, see also, codes parted by semicolons. */
        INDEX("code-index-alphabetic-2025-04.tsv.gz"),
        NEOPLASMS("code-index-neoplasms-2026.tsv.gz"),
        DRUGS("code-index-drugs-2026.tsv.gz"),
        /** Rows of code, block or chapter, kind of entry or note, text. */
        TABULAR_LIST("facts/icd-10-cm-tabular-2021.tsv.gz");

        private final String ships;

        Part(String ships) {
            this.ships = ships;
        }
    }

    public static OfficialTerms shipped() {
        return new OfficialTerms(Map.of(), new TabularList("2021", LocalDate.of(2020, 10, 1), List.of()));
    }

    public OfficialTerms with(Part part, List<String[]> rows) {
        var all = new EnumMap<Part, List<String[]>>(Part.class);
        all.putAll(loaded);
        all.put(part, rows);
        return new OfficialTerms(all, list);
    }

    /** What addenda have changed since is changed in its notes. */
    public OfficialTerms withTabularList(TabularList list) {
        var rows = list.rows().stream()
                .map(row -> new String[] {row.subject(), row.fact(), row.detail()})
                .toList();
        return new OfficialTerms(with(Part.TABULAR_LIST, rows).loaded, list);
    }

    private List<String[]> rows(Part part) {
        var rows = loaded.get(part);
        return rows == null ? DataFile.rows(FOLDER + part.ships) : rows;
    }

    /** What has changed in the notes of the Tabular List since. */
    TabularAddenda addenda() {
        return TabularAddenda.since(list);
    }

    /** Rows of level, term, see, code, see also, nonessential modifiers. */
    List<String[]> index() {
        return rows(Part.INDEX).stream()
                .map(row ->
                        new String[] {row[0], row[TITLE], row[SEE], stored(row[CODES]), row[SEE_ALSO], row[MODIFIERS]})
                .toList();
    }

    /** Rows of the path of the site, and six codes. */
    List<String[]> neoplasms() {
        return table(rows(Part.NEOPLASMS));
    }

    /** Rows of the path of the substance, and six codes. */
    List<String[]> drugs() {
        return table(rows(Part.DRUGS));
    }

    /** Rows of code, term: what a code of the Tabular List says that it includes, in its order. */
    List<String[]> inclusionTerms() {
        return tabularList().stream()
                .filter(row -> TERMS.contains(row[1]))
                .map(row -> new String[] {row[0], row[2]})
                .toList();
    }

    /** Rows of code, block or chapter, kind of entry or note, text. */
    List<String[]> tabularList() {
        return rows(Part.TABULAR_LIST);
    }

    /** The path is parted by {@code >}; a code that a row has not is empty, and rows without any are left out. */
    private static List<String[]> table(List<String[]> lines) {
        var rows = new ArrayList<String[]>();
        var byPath = new HashMap<String, String[]>();
        var incomplete = new LinkedHashMap<String[], String>();
        var path = new ArrayList<String>();
        for (var line : lines) {
            var level = Integer.parseInt(line[0]);
            path.subList(level, path.size()).clear();
            path.add(line[TITLE]);
            var row = new String[1 + CELLS];
            Arrays.fill(row, "");
            row[0] = String.join(" > ", path);
            var codes = line[CODES].split(";", -1);
            for (var i = 0; i < Math.min(CELLS, codes.length); i++) {
                row[1 + i] = stored(codes[i]);
            }
            if (Arrays.stream(row).skip(1).anyMatch(code -> !code.isEmpty())) {
                rows.add(row);
                byPath.put(firstWords(row[0].split(" > ")), row);
                if (!line[SEE_ALSO].isEmpty()) {
                    incomplete.put(row, line[SEE_ALSO]);
                }
            }
        }
        incomplete.forEach((row, seeAlso) -> complete(row, seeAlso, byPath));
        return rows;
    }

    /** What a row does not say its "see also" does: of the colon the table gives the malignant columns only and leads to the large intestine. */
    private static void complete(String[] row, String seeAlso, Map<String, String[]> byPath) {
        var place = firstWords(seeAlso.split(", "));
        var parts = row[0].split(" > ");
        var same = byPath.get(place + ' ' + firstWords(parts[parts.length - 1]));
        var other = same == null ? byPath.get(place) : same;
        for (var i = 1; other != null && i < row.length; i++) {
            row[i] = row[i].isEmpty() ? other[i] : row[i];
        }
    }

    private static String firstWords(String... parts) {
        return Arrays.stream(parts)
                .map(part -> part.strip().toLowerCase(Locale.ROOT).split("[^a-z]+", 2)[0])
                .collect(Collectors.joining(" "));
    }

    private static String stored(String printed) {
        var code = printed.strip().replace(".", "").replace("-", "");
        return code.matches("[A-Z][0-9A-Z]+") ? code : "";
    }
}
