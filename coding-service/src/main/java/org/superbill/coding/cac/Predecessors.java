package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.Map;

/**
 * What a code was before it was made: our words lead to the codes of the newest release, an encounter of an earlier day has that day's. Source: CDC/NCHS, ICD-10-CM conversion table;
 * of several that one code came from, the first.
 */
final class Predecessors {
    private static final int FROM = 0;
    private static final int REPLACED_BY = 2;
    private static final Map<String, String> FIRST = read();

    private Predecessors() {}

    private static Map<String, String> read() {
        var first = new HashMap<String, String>();
        for (var row : DataFile.rows("reference/icd-10-cm-conversion-2026.tsv.gz")) {
            for (var length = 3;
                    length <= row[REPLACED_BY].length();
                    length++) { // a header had what its first code had
                first.putIfAbsent(row[REPLACED_BY].substring(0, length), row[FROM]);
            }
        }
        return first;
    }

    /** The code itself where the release has it; else what it was before, or the code where nothing is known. */
    static String in(CodeBook book, String code) {
        var valid = code;
        for (var steps = 0; book.find(valid).isEmpty() && steps < 4; steps++) {
            var before = FIRST.get(valid);
            if (before == null || before.equals(valid)) {
                return code;
            }
            valid = before;
        }
        return book.find(valid).isEmpty() ? code : valid;
    }
}
