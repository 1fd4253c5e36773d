package org.superbill.systemtests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.superbill.systemtests.docs.Page;

/** From clone to the first paid claim by docs/quickstart.md, with the Maven repository of this machine: clone, {@code ./superbill up}, the page's commands. */
public final class QuickstartBench {
    /** So that it does not meet another system on this machine. */
    private static final Map<String, String> PORTS = Map.of(
            "SUPERBILL_PORT_GATEWAY", "28080",
            "SUPERBILL_PORT_PATIENT_SERVICE", "28081",
            "SUPERBILL_PORT_CODING_SERVICE", "28082",
            "SUPERBILL_PORT_BILLING_SERVICE", "28083",
            "SUPERBILL_PORT_PAYER_SIMULATOR", "28090",
            "SUPERBILL_PORT_POSTGRES", "25432",
            "SUPERBILL_PORT_KAFKA", "29092",
            "SUPERBILL_PORT_KAFKA_CONTROLLER", "29093",
            "SUPERBILL_PORT_CONTROL", "28099");

    private QuickstartBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("superbill-quickstart");
        var clone = folder.resolve("superbill");
        var start = System.nanoTime();
        run(folder, "git", "clone", "--quiet", Path.of("").toAbsolutePath().toString(), clone.toString());
        var log = folder.resolve("up.log");
        var up = new ProcessBuilder("./superbill", "up")
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        up.environment().putAll(PORTS);
        var running = up.start();
        try {
            while (!Files.exists(clone.resolve(".superbill/env"))) {
                if (!running.isAlive()) {
                    throw new IllegalStateException("up ended: " + Files.readString(log));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            var script = folder.resolve("quickstart.sh");
            Files.writeString(script, "set -eu\n" + Page.commands("docs/quickstart.md"));
            run(clone, "bash", script.toString());
            Bench.print("quickstart.minutes", (System.nanoTime() - start) / 60e9, "min");
        } finally {
            run(clone, "./superbill", "down");
            running.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        process.environment().putAll(PORTS);
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
