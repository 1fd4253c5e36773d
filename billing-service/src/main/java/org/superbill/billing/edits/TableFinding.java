package org.superbill.billing.edits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Findings that a row of a table causes: their source is the row, their days are the row's. */
final class TableFinding {
    private TableFinding() {}

    /** @param row which row of which release, for people */
    static Finding of(
            EditRule rule,
            Lines line,
            String field,
            String message,
            String row,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return rule.finding(line, field, message).sourced(row, from, to);
    }
}
