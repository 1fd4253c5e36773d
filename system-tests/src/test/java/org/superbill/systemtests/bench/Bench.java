package org.superbill.systemtests.bench;

import java.util.Locale;

/** A figure as every benchmark prints it: {@code bench NAME VALUE UNIT}. */
final class Bench {
    private Bench() {}

    static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %.3f %s%n", name, value, unit);
    }
}
