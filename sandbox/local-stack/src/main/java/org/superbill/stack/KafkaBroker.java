package org.superbill.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** The main class of Kafka's own JVM. Arguments: data folder, port, controller's port, the file to make when it is ready. */
final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var file = write(directory, arguments[1], arguments[2]);
        if (!Files.exists(directory.resolve("log/meta.properties"))) {
            var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            StorageTool.execute(formatting(file).toArray(String[]::new), silent);
        }
        var announcer = new Thread(() -> announce(arguments[1], Path.of(arguments[3])), "announcer");
        announcer.setDaemon(true);
        announcer.start();
        Kafka.main(new String[] {file.toString()});
    }

    /** Writes the broker's settings into its folder. @return the file */
    static Path write(Path directory, String port, String controllerPort) throws IOException {
        var settings = new Properties();
        try (var in = Resources.open("kafka.properties")) {
            settings.load(in);
        }
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s".formatted(port, controllerPort));
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        var file = directory.resolve("kafka.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        return file;
    }

    /** What Kafka's storage tool is told before the first start with these settings. */
    static List<String> formatting(Path settings) {
        return List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings.toString());
    }

    /** Says that the broker answers, as soon as it does. */
    private static void announce(String port, Path ready) {
        try {
            while (!answers(port, Duration.ofMinutes(2))) {
                Thread.onSpinWait();
            }
            Files.createFile(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param patience how long it may take */
    static boolean answers(String port, Duration patience) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "reconnect.backoff.ms",
                20,
                "reconnect.backoff.max.ms",
                50,
                "retry.backoff.ms",
                20,
                "request.timeout.ms",
                (int) patience.toMillis(),
                "default.api.timeout.ms",
                (int) patience.toMillis());
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for Kafka", e);
        }
    }
}
