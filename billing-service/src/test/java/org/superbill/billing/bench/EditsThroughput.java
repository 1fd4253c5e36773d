package org.superbill.billing.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.superbill.billing.codefact.ShippedCodes;
import org.superbill.billing.edits.EditContext;
import org.superbill.billing.edits.Edits;
import org.superbill.billing.edits.Finding;
import org.superbill.billing.edits.SameDayHistory;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.TestTables;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** How many claims of six lines all edits check in a second on one core, with all the tables of CMS, what ships with coding-service of codes, four diagnoses, and three lines of the day that were sent before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@Threads(1)
public class EditsThroughput {
    private static final int CLAIMS = 1024;
    private static final int LINES = 6;
    private static final int SENT_LINES = 3;
    private static final long SEED = 6;
    private static final String FEES = "pfs_indicators_2024.csv.gz";
    /** One claim in so many has units above the limits and no modifiers, so that something is found. */
    private static final int FAULTY = 4;

    private final Edits edits = new Edits();
    private final List<ClaimFacts> claims = new ArrayList<>();
    private final List<EditContext> contexts = new ArrayList<>();
    private int next;

    /** Every table of CMS that edits read. */
    static EditTables tables() {
        return new TestTables()
                .official("ncci_ptp_practitioner_2024q3.csv.gz")
                .official("ncci_ptp_outpatient_2024q3_active.csv.gz")
                .official("ncci_mue_practitioner_2024q3.csv.gz")
                .official("ncci_mue_outpatient_2024q3.csv.gz")
                .official("ncci_mue_dme_2024q3.csv.gz")
                .official("ncci_add_on_2024.csv.gz")
                .official(FEES)
                .official("pfs_rvu_2025_october.csv.gz")
                .build();
    }

    @Setup
    public void build() throws IOException {
        var tables = tables();
        var codes = ShippedCodes.read();
        var procedures = procedures();
        var random = new Random(SEED);
        for (var i = 0; i < CLAIMS; i++) {
            var facts = new Facts().diagnoses("J029", "E119", "I10", "M25561");
            var lines = new EncounterCoded.Line[LINES];
            var faulty = i % FAULTY == 0;
            lines[0] = line(1, "99213", faulty ? List.of() : List.of("25"), 1);
            for (var line = 1; line < LINES; line++) {
                var procedure = procedures.get(random.nextInt(procedures.size()));
                lines[line] = line(line + 1, procedure, faulty ? List.of() : List.of("59"), faulty ? 3 : 1);
            }
            facts.lines(lines);
            claims.add(facts.build());
            contexts.add(
                    new EditContext(Facts.ON, Set.of("payer-simulator"), tables, history(facts, procedures, random))
                            .with(codes));
        }
    }

    @Benchmark
    public List<Finding> check() {
        next = (next + 1) % CLAIMS;
        return edits.check(claims.get(next), contexts.get(next));
    }

    /** What is found in a claim on average, so that a figure can be judged. */
    double findings() {
        var count = 0;
        for (var i = 0; i < CLAIMS; i++) {
            count += edits.check(claims.get(i), contexts.get(i)).size();
        }
        return (double) count / CLAIMS;
    }

    private static EncounterCoded.Line line(int number, String procedure, List<String> modifiers, int units) {
        return new EncounterCoded.Line(
                number, procedure, modifiers, BigDecimal.valueOf(units), 100_00, Facts.ON, List.of(1));
    }

    private static SameDayHistory history(Facts facts, List<String> procedures, Random random) {
        var lines = new ArrayList<SameDayHistory.SentLine>();
        for (var i = 0; i < SENT_LINES; i++) {
            lines.add(new SameDayHistory.SentLine(
                    UUID.randomUUID(),
                    "1000",
                    facts.payer.payerId(),
                    facts.encounter.practitionerId(),
                    false,
                    i + 1,
                    procedures.get(random.nextInt(procedures.size())),
                    List.of(),
                    BigDecimal.ONE,
                    100_00,
                    Facts.ON,
                    null));
        }
        return new SameDayHistory(lines);
    }

    /** What Medicare pays separately: the codes that claims have. */
    private static List<String> procedures() throws IOException {
        var procedures = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TestTables.official(FEES, true))), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.replace("\"", "").split(",", 5);
                if (fields[1].isEmpty() && fields[2].equals("A")) {
                    procedures.add(fields[0]);
                }
            }
        }
        return procedures;
    }
}
