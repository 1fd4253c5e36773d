package org.superbill.x12.bench;

import java.util.Locale;

/** A figure as every benchmark prints it: {@code bench NAME VALUE UNIT}. */
final class Bench {
    static final long MEGABYTE = 1_000_000;

    private Bench() {}

    static void print(String name, double value, String unit) {
        System.out.printf(
                Locale.ROOT, unit.equals("ok") ? "bench %s %.0f %s%n" : "bench %s %.2f %s%n", name, value, unit);
    }
}
