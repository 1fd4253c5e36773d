package org.superbill.coding.cac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a condition becomes when it is over, or when a relative has it. Source: ICD-10-CM Official Guidelines I.C.21.c.4. */
final class Past {
    /** In the list: not reportable as history. */
    private static final String NOTHING = "-";

    /** In the list: a condition that lasts is the same code in a history as today. */
    private static final String LASTS = "=";

    private record Row(String personal, String family) {}

    private final Map<String, Row> byBeginning = new HashMap<>();

    /** @param rows beginning of the code, personal history, family history */
    Past(List<String[]> rows) {
        for (var row : rows) {
            byBeginning.put(row[0].replace(".", ""), new Row(row[1].replace(".", ""), row[2].replace(".", "")));
        }
    }

    static Past shipped() {
        return new Past(DataFile.rows("cac/past.tsv"));
    }

    /** Whether a condition, once there, is there to stay. */
    boolean lasts(String code) {
        return find(code).map(row -> row.personal().equals(LASTS)).orElse(false);
    }

    Optional<String> personal(String code) {
        return find(code)
                .map(Row::personal)
                .map(past -> past.equals(LASTS) ? code : past)
                .filter(past -> !past.equals(NOTHING));
    }

    Optional<String> family(String code) {
        return find(code).map(Row::family).filter(past -> !past.equals(NOTHING));
    }

    private Optional<Row> find(String code) {
        for (var length = code.length(); length > 0; length--) {
            var row = byBeginning.get(code.substring(0, length));
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
