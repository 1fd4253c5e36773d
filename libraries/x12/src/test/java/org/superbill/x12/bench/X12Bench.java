package org.superbill.x12.bench;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.X12Writer;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedFile;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;
import org.superbill.x12.institutional.InstitutionalClaim;
import org.superbill.x12.institutional.InstitutionalClaimHandler;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;
import org.superbill.x12.professional.ProfessionalClaimWriter;
import org.superbill.x12.remittance.RemittanceClaim;
import org.superbill.x12.remittance.RemittanceHandler;

/**
 * How fast claims are read, typed, against StAEDI's bare event loop on the same file in the same run, both warm: professional and
 * institutional claims, and remittances; how fast professional claims are written against how fast they are read; and whether a
 * 500 MB file is read in 128 MB of heap. Prints {@code bench NAME VALUE UNIT}.
 */
public final class X12Bench {
    private static final long MEGABYTE = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final long SEED = 837;
    private static final long SIZE = 60 * MEGABYTE;
    private static final int CLAIMS_TO_WRITE = 5000;

    private X12Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("read")) {
            readOnce(Path.of(arguments[1]));
            return;
        }
        var folder = Files.createTempDirectory("x12-bench");
        var file = folder.resolve("claims.837");
        try {
            generate(file, SIZE, new GeneratedClaims(SEED));
            double speed = ratio("837p", file, X12Bench::professional);
            print("x12.837p.write.ratio", writeSpeed(file) / speed, "x");
            generate(file, SIZE, new GeneratedInstitutionalClaims(SEED));
            ratio("837i", file, X12Bench::institutional);
            generate(file, SIZE, new GeneratedRemittances(SEED));
            ratio("835", file, X12Bench::remittance);
            large(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** @return megabytes a second, typed */
    private static double ratio(String name, Path file, Reading reading) throws IOException, EDIStreamException {
        double megabytes = (double) Files.size(file) / MEGABYTE;
        var typed = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            double typedSeconds = seconds(() -> reading.read(file));
            double bareSeconds = seconds(() -> bare(file));
            if (round >= WARM_UPS) {
                typed.add(megabytes / typedSeconds);
                bare.add(megabytes / bareSeconds);
            }
        }
        double typedSpeed = median(typed);
        double bareSpeed = median(bare);
        print("x12." + name + ".read.ratio", typedSpeed / bareSpeed, "x");
        print("x12." + name + ".read.mb_per_s", typedSpeed, "MB/s");
        print("x12." + name + ".bare.mb_per_s", bareSpeed, "MB/s");
        return typedSpeed;
    }

    /** Megabytes a second when the file's first claims are written over and over, to nowhere. */
    private static double writeSpeed(Path file) throws IOException, EDIStreamException {
        var claims = new ArrayList<ProfessionalClaim>();
        try (InputStream in = Files.newInputStream(file)) {
            X12Reader.streaming().read(in, (ProfessionalClaimHandler) claim -> {
                if (claims.size() < CLAIMS_TO_WRITE) {
                    claims.add(claim);
                }
            });
        }
        var speeds = new ArrayList<Double>();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            var out = new long[1];
            double seconds = seconds(() -> out[0] = write(claims));
            if (round >= WARM_UPS) {
                speeds.add((double) out[0] / MEGABYTE / seconds);
            }
        }
        double speed = median(speeds);
        print("x12.837p.write.mb_per_s", speed, "MB/s");
        return speed;
    }

    private static long write(List<ProfessionalClaim> claims) throws IOException {
        var nowhere = new Nowhere();
        var writer = X12Writer.to(new BufferedOutputStream(nowhere, 1 << 16));
        var first = claims.get(0);
        writer.startInterchange(GeneratedClaims.interchange().build());
        writer.startGroup(first.set().group());
        var set = new ProfessionalClaimWriter(writer);
        set.start("0001", first.beginning(), first.submitter(), first.receiver());
        while (nowhere.count < SIZE) {
            for (var claim : claims) {
                set.claim(claim);
            }
        }
        set.end();
        writer.endGroup();
        writer.endInterchange();
        writer.flush();
        return nowhere.count;
    }

    private static final class Nowhere extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    /** In a JVM of its own with little memory. */
    private static void large(Path file) throws IOException, InterruptedException {
        generate(file, 500 * MEGABYTE, new GeneratedClaims(SEED));
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

    private interface Reading {
        void read(Path file) throws IOException;
    }

    private static void generate(Path file, long bytes, GeneratedFile generated) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long claims = generated.write(out, 1, bytes);
            System.out.printf(Locale.ROOT, "about %d MB with %d claims, seed %d%n", bytes / MEGABYTE, claims, SEED);
        }
    }

    private static void readOnce(Path file) throws IOException {
        var counter = professional(file);
        System.out.printf(
                Locale.ROOT,
                "read %d claims, %d lines, %s charged, in a heap of %d MB%n",
                counter.claims,
                counter.lines,
                counter.charged,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static Counter professional(Path file) throws IOException {
        var counter = new Counter();
        read(file, new Professional(counter));
        counter.check();
        return counter;
    }

    private static void institutional(Path file) throws IOException {
        var counter = new Counter();
        read(file, new Institutional(counter));
        counter.check();
    }

    private static void remittance(Path file) throws IOException {
        var counter = new Counter();
        read(file, new Remittance(counter));
        counter.check();
    }

    private static void read(Path file, X12Handler handler) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            X12Reader.streaming().read(in, handler);
        }
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

    /** What a reader of claims uses: numbers, amounts, lines. */
    private static final class Counter {
        private int claims;
        private int lines;
        private int errors;
        private BigDecimal charged = BigDecimal.ZERO;

        private void claim(BigDecimal amount) {
            claims++;
            charged = charged.add(amount);
        }

        private void line(BigDecimal amount, String code) {
            lines++;
            if (amount.signum() <= 0 || code.isEmpty()) {
                throw new IllegalStateException("A generated line has no charge or no code");
            }
        }

        private void check() {
            if (errors > 0 || claims == 0) {
                throw new IllegalStateException(errors + " errors in a generated file");
            }
        }
    }

    private record Professional(Counter counter) implements ProfessionalClaimHandler {
        @Override
        public void claim(ProfessionalClaim claim) {
            counter.claim(claim.claim().chargeAmount());
            for (var line : claim.claim().serviceLine()) {
                counter.line(line.chargeAmount(), line.procedure().code());
            }
        }

        @Override
        public void error(X12Error error) {
            counter.errors++;
        }
    }

    private record Institutional(Counter counter) implements InstitutionalClaimHandler {
        @Override
        public void claim(InstitutionalClaim claim) {
            counter.claim(claim.claim().claimInformation().totalClaimChargeAmount());
            for (var line : claim.claim().serviceLine()) {
                var service = line.institutionalServiceLine();
                counter.line(service.lineItemChargeAmount(), service.serviceLineRevenueCode());
            }
        }

        @Override
        public void error(X12Error error) {
            counter.errors++;
        }
    }

    private record Remittance(Counter counter) implements RemittanceHandler {
        @Override
        public void claim(RemittanceClaim claim) {
            counter.claim(claim.claim().chargeAmount());
            for (var line : claim.claim().servicePayment()) {
                counter.line(line.chargeAmount(), line.procedure().code());
            }
        }

        @Override
        public void error(X12Error error) {
            counter.errors++;
        }
    }
}
