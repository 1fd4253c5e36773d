package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The terms of the CDC that ship with this service for everybody, in the shape in which the engine takes them: the Alphabetic Index and its tables (as {@code codeindex}
 * ships them) and the Tabular List (as {@code codefact} does). All are works of the US government, in the public domain (17 U.S.C. 105).
 */
final class OfficialTerms {
    private static final String FOLDER = "reference/";
    private static final int TITLE = 1;
    private static final int SEE = 3;
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
        return DataFile.rows(FOLDER + "facts/icd-10-cm-tabular-2021.tsv.gz").stream()
                .filter(row -> TERMS.contains(row[1]))
                .map(row -> new String[] {row[0], row[2]})
                .toList();
    }

    /** The path is parted by {@code >}; a code that a row has not is empty, and rows without any are left out. */
    private static List<String[]> table(String file) {
        var rows = new ArrayList<String[]>();
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
            }
        }
        return rows;
    }

    private static String stored(String printed) {
        var code = printed.strip().replace(".", "").replace("-", "");
        return code.matches("[A-Z][0-9A-Z]+") ? code : "";
    }
}
