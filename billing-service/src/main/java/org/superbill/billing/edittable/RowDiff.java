package org.superbill.billing.edittable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * What a release changes against the one before it, in rows. Compared by hashes of 64 bits, so that millions of rows take eight bytes each.
 */
record RowDiff(int added, int revised, int deleted) {
    private static final int FEW = 1024;
    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    /** @param keyFields how many fields at the beginning of a row say what it is about */
    static RowDiff between(Iterable<String> before, int rowsBefore, Iterable<String> now, int rowsNow, int keyFields) {
        var old = hashes(before, rowsBefore);
        var current = hashes(now, rowsNow);
        var fresh = keysOf(now, old, keyFields);
        var gone = keysOf(before, current, keyFields);
        var revised = common(fresh, gone);
        return new RowDiff(fresh.length - revised, revised, gone.length - revised);
    }

    /** The keys of the rows that the other side does not have, sorted. */
    private static long[] keysOf(Iterable<String> rows, long[] other, int keyFields) {
        var keys = new long[FEW];
        var count = 0;
        for (var row : rows) {
            if (Arrays.binarySearch(other, hash(row)) < 0) {
                if (count == keys.length) {
                    keys = Arrays.copyOf(keys, count * 2);
                }
                keys[count++] = hash(key(row, keyFields));
            }
        }
        Arrays.sort(keys, 0, count);
        return Arrays.copyOf(keys, count);
    }

    /** How many elements two sorted arrays share, repeated ones as often as both have them. */
    private static int common(long[] one, long[] other) {
        var shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private static long[] hashes(Iterable<String> rows, int count) {
        var hashes = new long[count];
        var i = 0;
        for (var row : rows) {
            hashes[i++] = hash(row);
        }
        Arrays.sort(hashes);
        return hashes;
    }

    private static String key(String row, int fields) {
        var end = -1;
        for (var i = 0; i < fields; i++) {
            end = row.indexOf('\t', end + 1);
        }
        return row.substring(0, end);
    }

    /** FNV-1a, whose last bits are then mixed. */
    private static long hash(String text) {
        var hash = BASIS;
        for (var b : text.getBytes(UTF_8)) {
            hash = (hash ^ b & 0xFF) * PRIME;
        }
        return hash ^ hash >>> 32;
    }
}
