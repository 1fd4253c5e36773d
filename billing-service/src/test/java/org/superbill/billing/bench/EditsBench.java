package org.superbill.billing.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.StackProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.superbill.billing.edittable.EditTables;

/** {@code ./superbill bench edits}, its part without a running system; no test of every build. */
class EditsBench {
    private static final double MEGABYTE = 1 << 20;

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

    private static int rows(EditTables tables) {
        return tables.pairs(EditTables.Setting.PRACTITIONER).rows()
                + tables.pairs(EditTables.Setting.OUTPATIENT).rows();
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
