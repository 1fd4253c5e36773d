package org.superbill.stack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours, which writes its output to a log file. Should this JVM die without ending it (kill -9), a small shell that
 * waits for the end of its standard input does so.
 */
final class Child {
    /** What a JVM is told that lives too shortly to pay back its optimizing compiler's work, as those of tests do. */
    static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path log;
    private final Process process;
    private final Process watchdog;

    private Child(String name, Path log, Process process, Process watchdog) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.watchdog = watchdog;
    }

    /** What a JVM of ours is told about compiling: the same as this one. */
    static List<String> compiler() {
        var isQuick = ManagementFactory.getRuntimeMXBean().getInputArguments().contains(QUICK_COMPILER);
        return isQuick ? List.of(QUICK_COMPILER) : List.of();
    }

    static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var watchdog = watch(process);
            var unused = process.onExit().thenRun(watchdog::destroy);
            return new Child(name, log, process, watchdog);
        } catch (IOException e) {
            throw new StackException("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static Process watch(Process process) throws IOException {
        return new ProcessBuilder("sh", "-c", "read -r end; kill -9 \"$1\"", "watchdog", Long.toString(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The exit code, once the process has ended by itself; it is killed when it has not by then. */
    int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", e);
        }
    }

    /** Waits until the probe says yes. @throws StackException when the process ends first or the time is over */
    void awaitReady(Probe probe, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!probe.isReady()) {
            if (!isAlive()) {
                throw new StackException(
                        "%s ended with exit code %d while it started; see %s".formatted(name, exitCode(), log));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "%s was not ready within %d s; see %s".formatted(name, atMost.toSeconds(), log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", e);
        }
    }

    /** Asks the process to end (SIGTERM), and makes it when it does not within a minute. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** The same with SIGINT, which tells PostgreSQL not to wait for its clients. */
    void interrupt() {
        if (!isAlive()) {
            return; // its number may be another's by now
        }
        try {
            var unused = new ProcessBuilder("sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
        awaitEnd();
    }

    /** Ends the process and the processes that it started at once (SIGKILL). */
    void kill() {
        var family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().join());
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            watchdog.destroy();
            watchdog.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            watchdog.destroy();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a process does its work yet. */
    interface Probe {
        boolean isReady();
    }
}
