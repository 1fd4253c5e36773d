package org.superbill.billing.denial;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What payers refused in some days, by kind and cause. What they could not process or rejected is in none of the figures.
 *
 * @param overturned of {@code denials}, how many were paid after all
 */
@Schema(name = "DenialFigures")
record DenialFigures(
        LocalDate from, LocalDate to, long denials, long amountCents, long open, long overturned, List<Row> rows) {
    DenialFigures {
        rows = List.copyOf(rows);
    }

    /** One kind and cause. */
    @Schema(name = "DenialFigureRow")
    record Row(
            DenialCategory category, RootCause rootCause, long denials, long amountCents, long open, long overturned) {
        private static Row of(Object[] row) {
            return new Row(
                    DenialCategory.fromString((String) row[0]),
                    RootCause.fromString((String) row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4]),
                    number(row[5]));
        }

        private static long number(Object value) {
            return ((Number) value).longValue();
        }
    }

    static DenialFigures of(LocalDate from, LocalDate to, List<Object[]> read) {
        var rows = read.stream().map(Row::of).toList();
        return new DenialFigures(
                from,
                to,
                rows.stream().mapToLong(Row::denials).sum(),
                rows.stream().mapToLong(Row::amountCents).sum(),
                rows.stream().mapToLong(Row::open).sum(),
                rows.stream().mapToLong(Row::overturned).sum(),
                rows);
    }
}
