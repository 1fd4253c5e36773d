package org.superbill.systemtests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.superbill.stack.StackException;
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

    private static final Duration MOST = Duration.ofMinutes(30);

    private QuickstartBench() {}

    public static void main(String[] arguments) {
        try {
            play();
            System.exit(0);
        } catch (IOException | InterruptedException | StackException e) {
            System.err.println("superbill: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void play() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("superbill-quickstart");
        var clone = folder.resolve("superbill");
        var start = System.nanoTime();
        succeeds(
                "git clone",
                start(
                        folder,
                        "git",
                        "clone",
                        "--quiet",
                        Path.of("").toAbsolutePath().toString(),
                        clone.toString()));
        var log = folder.resolve("up.log");
        var up = new ProcessBuilder("./superbill", "up")
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        up.environment().putAll(PORTS);
        var running = up.start();
        try {
            while (!Files.exists(clone.resolve(".superbill/env"))) {
                requireAlive(running, log);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            var script = folder.resolve("quickstart.sh");
            Files.writeString(script, "set -eu\n" + Page.commands("docs/quickstart.md"));
            var commands = start(clone, "bash", script.toString());
            try {
                while (!commands.waitFor(200, TimeUnit.MILLISECONDS)) {
                    requireAlive(running, log); // or they would wait for ever
                    if (System.nanoTime() - start > MOST.toNanos()) {
                        throw new StackException("The page's commands have not ended %d minutes after the clone"
                                .formatted(MOST.toMinutes()));
                    }
                }
            } finally {
                commands.descendants().forEach(ProcessHandle::destroyForcibly);
                commands.destroyForcibly();
            }
            succeeds("docs/quickstart.md", commands);
            Bench.print("quickstart.minutes", (System.nanoTime() - start) / 60e9, "min");
        } finally {
            start(clone, "./superbill", "down").waitFor();
            running.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private static void requireAlive(Process up, Path log) throws IOException {
        if (!up.isAlive()) {
            var said = Files.readAllLines(log);
            throw new StackException("./superbill up has ended: %s (all of it: %s)"
                    .formatted(said.isEmpty() ? "it said nothing" : said.get(said.size() - 1), log));
        }
    }

    private static Process start(Path folder, String... command) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        process.environment().putAll(PORTS);
        return process.start();
    }

    private static void succeeds(String what, Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new StackException("%s failed with exit code %d".formatted(what, process.exitValue()));
        }
    }
}
