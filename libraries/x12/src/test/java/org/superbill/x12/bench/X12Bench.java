package org.superbill.x12.bench;

import java.util.Set;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;

/** Everything that is measured of the library, in one run; or some of it by name. Prints {@code bench NAME VALUE UNIT}. */
public final class X12Bench {
    private static final Set<String> ALL = Set.of("837p", "837i", "835", "837p-heap", "835-heap");
    private static final long SEED = 837;
    private static final long SIZE = 60 * Bench.MEGABYTE;
    private static final long HALF_LARGE = 500 * Bench.MEGABYTE;
    private static final long LARGE = 1_000 * Bench.MEGABYTE;

    private X12Bench() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 ? ALL : Set.of(arguments);
        if (!ALL.containsAll(wanted)) {
            throw new IllegalArgumentException("There is " + ALL);
        }
        if (wanted.contains("837p")) {
            professional();
        }
        if (wanted.contains("837i")) {
            institutional();
        }
        if (wanted.contains("835")) {
            remittances();
        }
        if (wanted.contains("837p-heap")) {
            professionalHeap();
        }
        if (wanted.contains("835-heap")) {
            remittanceHeap();
        }
    }

    private static void professional() throws Exception {
        try (var claims = InputFile.of(new GeneratedClaims(SEED), SIZE)) {
            ReadBench.run("837p", claims);
            WriteBench.run("837p", claims);
            CheckBench.run("837p", claims);
        }
    }

    private static void institutional() throws Exception {
        try (var claims = InputFile.of(new GeneratedInstitutionalClaims(SEED), SIZE)) {
            ReadBench.run("837i", claims);
        }
    }

    private static void remittances() throws Exception {
        try (var claims = InputFile.of(new GeneratedRemittances(SEED), SIZE)) {
            ReadBench.run("835", claims);
        }
    }

    private static void professionalHeap() throws Exception {
        try (var claims = InputFile.of(new GeneratedClaims(SEED), HALF_LARGE)) {
            var reading = HeapBench.read("837p", claims, 128);
            Bench.print("x12.837p.read_500mb_xmx128m", 1, "ok");
            Bench.print("x12.837p.read_500mb_xmx128m.seconds", reading.seconds(), "s");
        }
        try (var claims = InputFile.of(new GeneratedClaims(SEED), LARGE)) {
            HeapBench.run("837p", claims);
        }
    }

    private static void remittanceHeap() throws Exception {
        try (var claims = InputFile.of(new GeneratedRemittances(SEED), LARGE)) {
            HeapBench.run("835", claims);
        }
    }
}
