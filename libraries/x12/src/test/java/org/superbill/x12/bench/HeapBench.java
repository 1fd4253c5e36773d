package org.superbill.x12.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** Whether a large file is read, typed, in a JVM with little memory, and how much of it is used. */
final class HeapBench {
    private static final int SMALL_HEAP = 96;

    private HeapBench() {}

    /** @param peak of the heap with what is garbage; @param live most that was left after a collection */
    record Reading(double peak, double live, double seconds) {}

    static void run(String type, InputFile file) throws IOException, InterruptedException {
        var reading = read(type, file, SMALL_HEAP);
        Bench.print("x12." + type + ".peak_heap_mb", reading.peak(), "MB");
        Bench.print("x12." + type + ".live_heap_mb", reading.live(), "MB");
        Bench.print("x12." + type + ".read_1gb_xmx96m.seconds", reading.seconds(), "s");
    }

    static Reading read(String type, InputFile file, int megabytes) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(
                        java,
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        type,
                        file.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long begin = System.nanoTime();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IllegalStateException(
                    "%d bytes of %s could not be read in a heap of %d MB".formatted(file.size(), type, megabytes));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        var figures = new Scanner(said);
        return new Reading(figures.nextLong() / 1e6, figures.nextLong() / 1e6, seconds);
    }
}
