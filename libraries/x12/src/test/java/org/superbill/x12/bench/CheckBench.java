package org.superbill.x12.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Reader;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;

/**
 * How long reading claims with checks up to SNIP level 4 takes, against reading them alone: the same file in the same run, both
 * warm, both typed. Prints {@code bench NAME VALUE UNIT}.
 */
public final class CheckBench {
    private static final long MEGABYTE = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final long SEED = 837;

    private CheckBench() {}

    public static void main(String[] arguments) throws IOException {
        var file = Files.createTempFile("x12-check", ".837");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new GeneratedClaims(SEED).write(out, 1, 60 * MEGABYTE);
        }
        try {
            measure(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file) throws IOException {
        var alone = new ArrayList<Double>();
        var elements = new ArrayList<Double>();
        var checked = new ArrayList<Double>();
        var checker = Checker.upTo(SnipLevel.SITUATION).reader();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            double aloneSeconds = seconds(file, X12Reader.streaming());
            double elementSeconds = seconds(file, X12Reader.streaming().checkingElements());
            double checkedSeconds = seconds(file, checker);
            if (round >= WARM_UPS) {
                alone.add(aloneSeconds);
                elements.add(elementSeconds);
                checked.add(checkedSeconds);
            }
        }
        print("x12.837p.check.ratio", median(checked) / median(alone));
        print("x12.837p.elements.ratio", median(elements) / median(alone));
    }

    private static double seconds(Path file, X12Reader reader) throws IOException {
        var counter = new Counter();
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(in, counter);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (counter.errors > 0 || counter.claims == 0) {
            throw new IllegalStateException(counter.errors + " errors in a generated file");
        }
        return seconds;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "bench %s %.2f x%n", name, value);
    }

    private static final class Counter implements ProfessionalClaimHandler {
        private int claims;
        private int errors;

        @Override
        public void claim(ProfessionalClaim claim) {
            claims++;
            claim.claim().serviceLine().forEach(line -> line.chargeAmount().signum());
        }

        @Override
        public void error(X12Error error) {
            errors += error.isWarning() ? 0 : 1;
        }
    }
}
