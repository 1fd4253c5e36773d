package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The NCCI pairs of one kind of claim: five bytes a row. Rows are grouped by their column 1 code and sorted by the place of the column 2 code, then by
 * the deletion date. What rows have in common (days and indicator; rationale) is kept once.
 */
public final class PairTable {
    private final CodeSet codes;
    private final int[] codesInOrder;
    private final int[] firstRow;
    private final char[] column2;
    private final char[] spans;
    private final byte[] rationales;
    private final PairSpans knownSpans;
    private final String[] knownRationales;

    PairTable(
            CodeSet codes,
            int[] firstRow,
            char[] column2,
            char[] spans,
            byte[] rationales,
            PairSpans knownSpans,
            String[] knownRationales) {
        this.codes = codes;
        this.codesInOrder = codes.inOrder();
        this.firstRow = firstRow;
        this.column2 = column2;
        this.spans = spans;
        this.rationales = rationales;
        this.knownSpans = knownSpans;
        this.knownRationales = knownRationales;
    }

    /** Whether its rows say from when they hold. */
    boolean begins() {
        return knownSpans.begin();
    }

    public int rows() {
        return column2.length;
    }

    /** @return the place of a code in this table, for {@link #row}; -1 when no pair has it */
    public int place(String code) {
        var number = ProcedureCode.number(code);
        return number == ProcedureCode.NONE ? -1 : codes.place(number);
    }

    /**
     * The row of a pair that is in force on a day: of those that have begun, the one with the smallest deletion date that is not before it.
     *
     * @param first the place of the column 1 code
     * @param second the place of the column 2 code
     * @return the number of the row for {@link #at}, or -1; also of a row that never counts
     */
    public int row(int first, int second, long epochDay) {
        if (first < 0 || second < 0 || first + 1 >= firstRow.length) {
            return -1;
        }
        var end = firstRow[first + 1];
        for (var row = firstOf(second, firstRow[first], end); row < end && column2[row] == second; row++) {
            var span = spans[row];
            if (knownSpans.deletion(span) >= epochDay && knownSpans.effective(span) <= epochDay) {
                return row;
            }
        }
        return -1;
    }

    /** The first day after one on which the row of a pair may be another, as its rows begin and end; {@link Long#MAX_VALUE} when there is none. */
    public long changesAfter(int first, int second, long epochDay) {
        var next = Long.MAX_VALUE;
        if (first < 0 || second < 0 || first + 1 >= firstRow.length) {
            return next;
        }
        var end = firstRow[first + 1];
        for (var row = firstOf(second, firstRow[first], end); row < end && column2[row] == second; row++) {
            var begins = knownSpans.effective(spans[row]);
            var over = knownSpans.deletion(spans[row]) + 1L;
            next = Math.min(next, begins > epochDay ? begins : over > epochDay ? over : next);
        }
        return next;
    }

    /** @param row as {@link #row} says it */
    public PairRow at(int row) {
        var span = spans[row];
        return new PairRow(
                ProcedureCode.text(codesInOrder[column1(row)]),
                ProcedureCode.text(codesInOrder[column2[row]]),
                day(knownSpans.effective(span)),
                day(knownSpans.deletion(span)),
                knownSpans.indicator(span),
                knownRationales[rationales[row] & 0xFF]);
    }

    /** As {@link #row}, for two codes. */
    public Optional<PairRow> inForce(String first, String second, LocalDate on) {
        var row = row(place(first), place(second), on.toEpochDay());
        return row < 0 ? Optional.empty() : Optional.of(at(row));
    }

    /** The last code whose rows begin at the row or before; codes without rows of their own begin where the next one does. */
    private int column1(int row) {
        var low = 0;
        var high = firstRow.length - 1;
        while (low + 1 < high) {
            var middle = (low + high) >>> 1;
            if (firstRow[middle] <= row) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first row from {@code from} on whose column 2 is not before the place, up to {@code end}. */
    private int firstOf(int place, int from, int end) {
        var low = from;
        var high = end;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (column2[middle] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static @Nullable LocalDate day(int epochDay) {
        return epochDay == PairSpans.EVER || epochDay == PairSpans.SINCE_EVER ? null : LocalDate.ofEpochDay(epochDay);
    }
}
