package org.superbill.billing.edittable;

import java.util.Collection;

/** Procedure code and modifier of the fee schedule as one number. */
final class FeeKey {
    private static final int SHIFT = 16;
    private static final int BYTE = 8;
    private static final int MASK = 0xFF;

    private FeeKey() {}

    /** @param modifier two characters, or empty */
    static long of(String procedureCode, String modifier) {
        var low = modifier.length() == 2 ? modifier.charAt(0) << BYTE | modifier.charAt(1) & MASK : 0;
        return (long) ProcedureCode.number(procedureCode) << SHIFT | low;
    }

    static String procedureCode(long key) {
        return ProcedureCode.text((int) (key >> SHIFT));
    }

    static String modifier(long key) {
        var high = (char) (key >> BYTE & MASK);
        return high == 0 ? "" : "" + high + (char) (key & MASK);
    }

    /** @param keys ascending */
    static long[] sorted(Collection<Long> keys) {
        return keys.stream().mapToLong(Long::longValue).toArray();
    }
}
