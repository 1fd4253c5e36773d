package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms of the CDC that ship with this service for everybody, in the shape in which the engine takes them: the Alphabetic Index and its tables (as {@code codeindex}
 * ships them) and the Tabular List (as {@code codefact} does). All are works of the US government, in the public domain (17 U.S.C. 105).
 */
final class OfficialTerms {
    private static final String FOLDER = "reference/";
    private static final int TITLE = 1;
    private static final int SEE = 3;
    private static final int SEE_ALSO = 4;
    private static final int CODES = 5;
    private static final int CELLS = 6;
    private static final Set<String> TERMS = Set.of("inclusion-term", "includes");

    private OfficialTerms() {}

    /** Rows of level, term, see, code. */
    static List<String[]> index() {
        return DataFile.rows(FOLDER + "code-index-alphabetic-2025-04.tsv.gz").stream()
                .map(row -> new String[] {row[0], row[TITLE], row[SEE], stored(row[CODES])})
                .toList();
    }

    /** Rows of the path of the site, and six codes. */
    static List<String[]> neoplasms() {
        return table("code-index-neoplasms-2026.tsv.gz");
    }

    /** Rows of the path of the substance, and six codes. */
    static List<String[]> drugs() {
        return table("code-index-drugs-2026.tsv.gz");
    }

    /** Rows of code, term: what a code of the Tabular List says that it includes, in its order. */
    static List<String[]> inclusionTerms() {
        return tabularList().stream()
                .filter(row -> TERMS.contains(row[1]))
                .map(row -> new String[] {row[0], row[2]})
                .toList();
    }

    /** Rows of code, block or chapter, kind of entry or note, text. */
    static List<String[]> tabularList() {
        return DataFile.rows(FOLDER + "facts/icd-10-cm-tabular-2021.tsv.gz");
    }

    /** The path is parted by {@code >}; a code that a row has not is empty, and rows without any are left out. */
    private static List<String[]> table(String file) {
        var rows = new ArrayList<String[]>();
        var byPath = new HashMap<String, String[]>();
        var incomplete = new LinkedHashMap<String[], String>();
        var path = new ArrayList<String>();
        for (var line : DataFile.rows(FOLDER + file)) {
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
