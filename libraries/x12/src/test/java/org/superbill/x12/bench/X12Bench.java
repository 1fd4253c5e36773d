package org.superbill.x12.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Reader;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;

/**
 * How fast claims are read, typed, against StAEDI's bare event loop on the same file in the same run, both warm; and whether a
 * 500 MB file is read in 128 MB of heap. Prints {@code bench NAME VALUE UNIT}.
 */
public final class X12Bench {
    private static final long MEGABYTE = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final long SEED = 837;

    private X12Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("read")) {
            readOnce(Path.of(arguments[1]));
            return;
        }
        var folder = Files.createTempDirectory("x12-bench");
        var file = folder.resolve("claims.837");
        try {
            ratio(file);
            large(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void ratio(Path file) throws IOException, EDIStreamException {
        long claims = generate(file, 60 * MEGABYTE);
        double megabytes = (double) Files.size(file) / MEGABYTE;
        System.out.printf(Locale.ROOT, "%.1f MB with %d claims, seed %d%n", megabytes, claims, SEED);
        var typed = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            double typedSeconds = seconds(() -> typed(file));
            double bareSeconds = seconds(() -> bare(file));
            if (round >= WARM_UPS) {
                typed.add(megabytes / typedSeconds);
                bare.add(megabytes / bareSeconds);
            }
        }
        double typedSpeed = median(typed);
        double bareSpeed = median(bare);
        print("x12.837p.read.ratio", typedSpeed / bareSpeed, "x");
        print("x12.837p.read.mb_per_s", typedSpeed, "MB/s");
        print("x12.837p.bare.mb_per_s", bareSpeed, "MB/s");
    }

    /** In a JVM of its own with little memory. */
    private static void large(Path file) throws IOException, InterruptedException {
        generate(file, 500 * MEGABYTE);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        X12Bench.class.getName(),
                        "read",
                        file.toString())
                .inheritIO()
                .start();
        long begin = System.nanoTime();
        boolean good = child.waitFor() == 0;
        print("x12.837p.read_500mb_xmx128m", good ? 1 : 0, "ok");
        print("x12.837p.read_500mb_xmx128m.seconds", (System.nanoTime() - begin) / 1e9, "s");
        if (!good) {
            throw new IllegalStateException("A file of 500 MB could not be read in 128 MB of heap");
        }
    }

    private static long generate(Path file, long bytes) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            return new GeneratedClaims(SEED).write(out, 1, bytes);
        }
    }

    private static void readOnce(Path file) throws IOException {
        var counter = typed(file);
        System.out.printf(
                Locale.ROOT,
                "read %d claims, %d lines, %s charged, in a heap of %d MB%n",
                counter.claims,
                counter.lines,
                counter.charged,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static Counter typed(Path file) throws IOException {
        var counter = new Counter();
        try (InputStream in = Files.newInputStream(file)) {
            X12Reader.streaming().read(in, counter);
        }
        if (counter.errors > 0 || counter.claims == 0) {
            throw new IllegalStateException(counter.errors + " errors in a generated file");
        }
        return counter;
    }

    private static void bare(Path file) throws IOException, EDIStreamException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var reader = EDIInputFactory.newFactory().createEDIStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
            }
        }
    }

    private interface Run {
        void run() throws IOException, EDIStreamException;
    }

    private static double seconds(Run run) throws IOException, EDIStreamException {
        long begin = System.nanoTime();
        run.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(
                Locale.ROOT,
                "bench %s %s %s%n",
                name,
                unit.equals("ok") ? String.valueOf((int) value) : String.format(Locale.ROOT, "%.2f", value),
                unit);
    }

    /** Uses what a reader of claims uses: numbers, amounts, lines. */
    private static final class Counter implements ProfessionalClaimHandler {
        private int claims;
        private int lines;
        private int errors;
        private BigDecimal charged = BigDecimal.ZERO;

        @Override
        public void claim(ProfessionalClaim claim) {
            claims++;
            charged = charged.add(claim.claim().chargeAmount());
            for (var line : claim.claim().serviceLines()) {
                lines++;
                if (line.chargeAmount().signum() <= 0 || line.procedure().code().isEmpty()) {
                    throw new IllegalStateException("A generated line has no charge or no code");
                }
            }
        }

        @Override
        public void error(X12Error error) {
            errors++;
        }
    }
}
