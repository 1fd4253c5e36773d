package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table as billing keeps it: one line, fields parted by tabs, days as 2024-06-30 or empty. */
final class RowText {
    private static final String SEPARATOR = "\t";

    private RowText() {}

    static String of(String... fields) {
        return String.join(SEPARATOR, fields);
    }

    static String[] fields(String line) {
        return line.split(SEPARATOR, -1);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Reads days of millions of rows: there are few of them. */
    static final class Days {
        private final Map<String, Integer> known = new HashMap<>();

        /** @param absent of an empty text */
        int of(String text, int absent) {
            if (text.isEmpty()) {
                return absent;
            }
            return known.computeIfAbsent(text, day -> (int) LocalDate.parse(day).toEpochDay());
        }
    }
}
