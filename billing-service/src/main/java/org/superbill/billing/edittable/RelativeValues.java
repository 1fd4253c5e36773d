package org.superbill.billing.edittable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Relative values of one release: ten-thousandths as integers. */
final class RelativeValues {
    private static final int VALUES = 5;
    private static final int SCALE = 4;

    private final long[] keys;
    private final int[] values;

    private RelativeValues(long[] keys, int[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** @param lines code, modifier, work, practice expense outside and inside of facilities, malpractice, conversion factor */
    static RelativeValues of(Iterable<String> lines) {
        var rows = new TreeMap<Long, int[]>();
        for (var line : lines) {
            var fields = RowText.fields(line);
            var row = new int[VALUES];
            for (var i = 0; i < VALUES; i++) {
                row[i] = scaled(fields[i + 2]);
            }
            rows.put(FeeKey.of(fields[0], fields[1]), row);
        }
        var values = new int[rows.size() * VALUES];
        var place = 0;
        for (var row : rows.values()) {
            System.arraycopy(row, 0, values, place, VALUES);
            place += VALUES;
        }
        return new RelativeValues(FeeKey.sorted(rows.keySet()), values);
    }

    @Nullable
    RelativeValue find(String procedureCode, String modifier, Dated.Release<RelativeValues> release) {
        var place = Arrays.binarySearch(keys, FeeKey.of(procedureCode, modifier));
        if (place < 0) {
            return null;
        }
        var first = place * VALUES;
        return new RelativeValue(
                procedureCode,
                modifier,
                value(first),
                value(first + 1),
                value(first + 2),
                value(first + 3),
                value(first + 4),
                release.label(),
                release.effectiveFrom());
    }

    private BigDecimal value(int place) {
        return BigDecimal.valueOf(values[place], SCALE);
    }

    private static int scaled(String text) {
        return new BigDecimal(text).movePointRight(SCALE).intValueExact();
    }
}
