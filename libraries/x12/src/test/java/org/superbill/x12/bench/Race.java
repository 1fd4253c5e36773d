package org.superbill.x12.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Two ways to work, in turn, warm, so that what else the machine does hits both: the medians of their rounds.
 *
 * @param one megabytes a second
 * @param other megabytes a second
 * @param cpuRatio as {@link #ratio}, by the processor time of the whole JVM, collections included: what a busy machine disturbs least
 */
record Race(double one, double other, double cpuRatio) {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** @return how many bytes were read or written */
    interface Work {
        long run() throws Exception;
    }

    /** Megabytes a second of time that passes, and of processor time. */
    private static final class Speeds {
        private final double[] wall = new double[ROUNDS];
        private final double[] cpu = new double[ROUNDS];

        private void round(int round, Work work) throws Exception {
            long begin = System.nanoTime();
            long beginCpu = SYSTEM.getProcessCpuTime();
            double megabytes = (double) work.run() / Bench.MEGABYTE;
            if (round >= 0) {
                cpu[round] = 1e9 * megabytes / (SYSTEM.getProcessCpuTime() - beginCpu);
                wall[round] = 1e9 * megabytes / (System.nanoTime() - begin);
            }
        }
    }

    static Race between(Work one, Work other) throws Exception {
        var ones = new Speeds();
        var others = new Speeds();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            ones.round(round, one);
            others.round(round, other);
        }
        return new Race(median(ones.wall), median(others.wall), median(ones.cpu) / median(others.cpu));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** How many times as fast the one is as the other. */
    double ratio() {
        return one / other;
    }

    void print(String name) {
        Bench.print(name + ".ratio", ratio(), "x");
        Bench.print(name + ".cpu_ratio", cpuRatio, "x");
    }
}
