package org.superbill.billing.edittable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link PairTable} of its rows in any order: each is one {@code long} until they are sorted. */
final class PairTableBuilder {
    private static final int FIRST_SHIFT = 48;
    private static final int SECOND_SHIFT = 32;
    private static final int SPAN_SHIFT = 16;
    private static final int MASK = 0xFFFF;
    private static final int MOST_RATIONALES = 256;

    private final CodeSet codes = new CodeSet();
    private final PairSpans.Builder spans = new PairSpans.Builder();
    private final Map<String, Integer> rationales = new HashMap<>();
    private final List<String> rationaleTexts = new ArrayList<>();
    private long[] rows;
    private int count;

    /** @param expected how many rows will come; more may */
    PairTableBuilder(int expected) {
        rows = new long[expected];
    }

    /** @param effectiveDay {@link PairSpans#SINCE_EVER} when it is not said; @param deletionDay {@link PairSpans#EVER} while there is none */
    void add(int column1, int column2, int effectiveDay, int deletionDay, int indicator, String rationale) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, Math.max(1024, count + count / 2));
        }
        rows[count++] = (long) codes.add(column1) << FIRST_SHIFT
                | (long) codes.add(column2) << SECOND_SHIFT
                | (long) spans.add(effectiveDay, deletionDay, indicator) << SPAN_SHIFT
                | place(rationale);
    }

    PairTable build() {
        sort();
        var firstRow = new int[codes.size() + 1];
        var column2 = new char[count];
        var span = new char[count];
        var rationale = new byte[count];
        for (var i = 0; i < count; i++) {
            firstRow[(int) (rows[i] >>> FIRST_SHIFT) + 1]++;
            column2[i] = (char) (rows[i] >>> SECOND_SHIFT);
            span[i] = (char) (rows[i] >>> SPAN_SHIFT);
            rationale[i] = (byte) rows[i];
        }
        for (var i = 0; i < codes.size(); i++) {
            firstRow[i + 1] += firstRow[i];
        }
        return new PairTable(
                codes, firstRow, column2, span, rationale, spans.build(), rationaleTexts.toArray(String[]::new));
    }

    /** By pair, then by deletion date. Places of spans are in no order, and few rows share a pair: these are put in order one by one. */
    private void sort() {
        for (var i = 0; i < count; i++) {
            rows[i] ^= Long.MIN_VALUE; // unsigned
        }
        Arrays.sort(rows, 0, count);
        for (var i = 0; i < count; i++) {
            rows[i] ^= Long.MIN_VALUE;
        }
        for (var i = 1; i < count; i++) {
            var row = rows[i];
            var j = i;
            while (j > 0 && samePair(rows[j - 1], row) && deletion(rows[j - 1]) > deletion(row)) {
                rows[j] = rows[j - 1];
                j--;
            }
            rows[j] = row;
        }
    }

    private static boolean samePair(long one, long other) {
        return one >>> SECOND_SHIFT == other >>> SECOND_SHIFT;
    }

    private int deletion(long row) {
        return spans.deletion((int) (row >>> SPAN_SHIFT) & MASK);
    }

    private int place(String rationale) {
        var known = rationales.get(rationale);
        if (known != null) {
            return known;
        }
        if (rationaleTexts.size() == MOST_RATIONALES) {
            throw new IllegalStateException("More than %d rationales in one table".formatted(MOST_RATIONALES));
        }
        rationales.put(rationale, rationaleTexts.size());
        rationaleTexts.add(rationale);
        return rationaleTexts.size() - 1;
    }
}
