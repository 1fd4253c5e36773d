package org.superbill.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** The main class of Kafka's own JVM. Arguments: data folder, port, controller's port, the file to make when it is ready. */
final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var file = directory.resolve("kafka.properties");
        try (var out = Files.newOutputStream(file)) {
            settings(directory, arguments[1], arguments[2]).store(out, null);
        }
        if (!Files.exists(directory.resolve("log/meta.properties"))) {
            format(file);
        }
        var announcer = new Thread(() -> announce(arguments[1], Path.of(arguments[3])), "announcer");
        announcer.setDaemon(true);
        announcer.start();
        Kafka.main(new String[] {file.toString()});
    }

    private static void format(Path file) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var id = Uuid.randomUuid().toString();
        StorageTool.execute(new String[] {"format", "--cluster-id", id, "--config", file.toString()}, silent);
    }

    private static Properties settings(Path directory, String port, String controllerPort) throws IOException {
        var settings = new Properties();
        try (var in = Resources.open("kafka.properties")) {
            settings.load(in);
        }
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s".formatted(port, controllerPort));
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return settings;
    }

    /** Says that the broker answers, as soon as it does. */
    private static void announce(String port, Path ready) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:" + port,
                "reconnect.backoff.ms", 20,
                "reconnect.backoff.max.ms", 50,
                "retry.backoff.ms", 20,
                "default.api.timeout.ms", 120_000);
        try (var admin = Admin.create(settings)) {
            while (admin.describeCluster().nodes().get().isEmpty()) {
                Thread.onSpinWait();
            }
            Files.createFile(ready);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
    }
}
