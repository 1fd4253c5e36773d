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
        return new Finding(rule.id(), rule.version(), rule.severity(), row, line.pointer(field), message, rule.fix());
    }

    /** The claim may leave with it. */
    static Finding warning(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.version(),
                Severity.WARNING,
                finding.source(),
                finding.pointer(),
                finding.message(),
                finding.fix());
    }

    /** The claim waits until somebody passes it with a reason. */
    static Finding passable(Finding finding) {
        return finding;
    }
}
