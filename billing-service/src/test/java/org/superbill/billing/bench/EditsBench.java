package org.superbill.billing.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.StackProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.superbill.billing.edittable.EditTables;

/** {@code ./superbill bench edits}, its part without a running system; no test of every build. */
class EditsBench {
    private static final double MEGABYTE = 1 << 20;
    private static final int CHECKS = 200_000;

    @Test
    void tables() {
        var before = used();
        var tables = EditsThroughput.tables();
        var after = used();
        print("edits.table_heap_mb", (after - before) / MEGABYTE, "MB");
        print("edits.ncci_rows", rows(tables), "rows");
    }

    /** {@code -Dprofile=true} says where the time goes. */
    @Test
    void claims() throws RunnerException, IOException {
        var throughput = new EditsThroughput();
        throughput.build();
        print("edits.findings_per_claim", throughput.findings(), "findings");
        processorTime(throughput);
        var options = new OptionsBuilder()
                .include(EditsThroughput.class.getName())
                .jvmArgsAppend("-Dsuperbill.root=" + System.getProperty("superbill.root", ".."));
        if (Boolean.getBoolean("profile")) {
            options.addProfiler(StackProfiler.class, "lines=4;top=25;detailLine=true");
        }
        for (var result : new Runner(options.build()).run()) {
            print("edits.claims_per_s", result.getPrimaryResult().getScore(), "claims/s");
        }
    }

    /** For a machine that does other things too: by the processor time of the one thread, and what each claim leaves to the collector. */
    private static void processorTime(EditsThroughput throughput) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var thread = Thread.currentThread().getId();
        check(throughput); // warms up
        var before = threads.getThreadCpuTime(thread);
        var allocated = threads.getThreadAllocatedBytes(thread);
        check(throughput);
        var nanos = threads.getThreadCpuTime(thread) - before;
        print("edits.claims_per_cpu_s", CHECKS * 1e9 / nanos, "claims/s");
        print(
                "edits.bytes_per_claim",
                (threads.getThreadAllocatedBytes(thread) - allocated) / (double) CHECKS,
                "bytes");
    }

    private static void check(EditsThroughput throughput) {
        var findings = 0;
        for (var i = 0; i < CHECKS; i++) {
            findings += throughput.check().size();
        }
        if (findings == 0) {
            throw new IllegalStateException("Nothing was found");
        }
    }

    private static int rows(EditTables tables) {
        return Stream.of(EditTables.Setting.PRACTITIONER, EditTables.Setting.OUTPATIENT)
                .flatMap(setting -> tables.pairs(setting).stream())
                .mapToInt(release -> release.content().rows())
                .sum();
    }

    /** What is left after collections. */
    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (var i = 0; i < 4; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %.1f %s%n", name, value, unit);
    }
}
