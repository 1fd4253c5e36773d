package org.superbill.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker (KRaft, one node) in a JVM of its own. It makes no topics by itself. */
public final class LocalKafka implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final boolean temporary;
    private final Thread atExit = new Thread(this::close, "stop-kafka");
    private volatile @Nullable Child broker;

    private LocalKafka(Path folder, Path log, int port, int controllerPort, boolean temporary) {
        this.folder = folder;
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
        this.temporary = temporary;
    }

    /** A running broker on a free port; {@link #close} deletes it. */
    public static LocalKafka temporary() {
        try {
            var folder = Files.createTempDirectory("superbill-kafka");
            var kafka = new LocalKafka(folder, folder.resolve("kafka.log"), FreePorts.take(), FreePorts.take(), true);
            KafkaClasses.make();
            kafka.start();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running broker on the data in this folder, which is made when it is not there. @throws StackException when it does not start */
    public static LocalKafka at(Path folder, Path log, int port, int controllerPort) {
        var kafka = stopped(folder, log, port, controllerPort);
        kafka.start();
        return kafka;
    }

    static LocalKafka stopped(Path folder, Path log, int port, int controllerPort) {
        return new LocalKafka(folder.toAbsolutePath(), log, port, controllerPort, false);
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public boolean isRunning() {
        var child = broker;
        return child != null && child.isAlive();
    }

    /** The process id of the broker. @throws IllegalStateException when it does not run */
    public long pid() {
        return child().pid();
    }

    Child child() {
        var child = broker;
        if (child == null) {
            throw new IllegalStateException("Kafka is stopped");
        }
        return child;
    }

    Startable startable() {
        return new Startable(this::start, this::stop, this::kill, () -> Optional.ofNullable(broker));
    }

    /** Starts the broker again on the same ports and data, if it does not run. @throws StackException when it does not start */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            if (broker == null && temporary) {
                Runtime.getRuntime().addShutdownHook(atExit);
            }
            Files.createDirectories(folder);
            var ready = folder.resolve("ready");
            Files.deleteIfExists(ready);
            broker = Child.start("Kafka", command(ready), Map.of(), log);
            child().awaitReady(() -> Files.exists(ready), START);
        } catch (IOException e) {
            throw new StackException("Kafka cannot use its folder %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Ends the broker in order. */
    public void stop() {
        var child = broker;
        if (child != null) {
            child.stop();
        }
    }

    /** Ends the broker as a power cut would (SIGKILL). */
    public void kill() {
        var child = broker;
        if (child != null) {
            child.kill();
        }
    }

    /** Stops the broker; a temporary one is deleted. */
    @Override
    public void close() {
        if (temporary) {
            kill(); // nothing to save
            try {
                Directories.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ShutdownHooks.remove(atExit);
        } else {
            stop();
        }
    }

    private List<String> command(Path ready) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Child.compiler());
        command.addAll(KafkaClasses.arguments());
        command.addAll(List.of(
                "-Xms96m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.clients=off",
                "-cp",
                KafkaClasses.classPath(),
                KafkaBroker.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                ready.toString()));
        return command;
    }
}
