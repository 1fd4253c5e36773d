package org.superbill.coderules.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.CodeSet.Diagnosis;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Sex;
import org.superbill.coderules.Terminology;
import org.superbill.coderules.facts.CodeSpan;
import org.superbill.coderules.rule.CodeRules;

/** How many sets of 25 ICD-10-CM codes, an inpatient's, are checked by all rules in a second, on one core, with the facts that ship. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@Threads(1)
public class CodeRulesBench {
    private static final int CODES = 25;
    private static final int SETS = 256;
    private static final long SEED = 5;
    private static final LocalDate DISCHARGE = LocalDate.of(2026, 3, 2);

    private final List<CodeSet> sets = new ArrayList<>();
    private CodeFacts facts;
    private int next;

    @Setup
    public void read() throws IOException {
        facts = ShippedFacts.read();
        var billable = new ArrayList<String>();
        ShippedFacts.eachCode("icd-10-cm-2026.tsv.gz", code -> add(billable, code));
        var random = new Random(SEED);
        for (var i = 0; i < SETS; i++) {
            sets.add(set(random, billable));
        }
    }

    @Benchmark
    public List<Finding> check() {
        next = (next + 1) % SETS;
        return CodeRules.check(sets.get(next), facts);
    }

    private static void add(List<String> billable, CodeSpan code) {
        if (code.billable()) {
            billable.add(code.code());
        }
    }

    private static CodeSet set(Random random, List<String> billable) {
        var diagnoses = new ArrayList<Diagnosis>();
        for (var i = 0; i < CODES; i++) {
            diagnoses.add(
                    new Diagnosis(Terminology.ICD_10_CM, billable.get(random.nextInt(billable.size())), "Y", null));
        }
        var patient = new Patient(Sex.FEMALE, DISCHARGE.minusYears(random.nextInt(90)), null);
        return new CodeSet(
                Encounter.inpatient(DISCHARGE.minusDays(3), DISCHARGE).of(patient),
                null,
                diagnoses,
                List.of(),
                List.of(),
                List.of());
    }

    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(CodeRulesBench.class.getSimpleName())
                .jvmArgsAppend("-Dsuperbill.root=" + System.getProperty("superbill.root", "../.."))
                .build();
        for (var result : new Runner(options).run()) {
            System.out.printf(
                    Locale.ROOT,
                    "bench codes.validate.sets_per_s %.0f sets/s%n",
                    result.getPrimaryResult().getScore());
        }
    }
}
