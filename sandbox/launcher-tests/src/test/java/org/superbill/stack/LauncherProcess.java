package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, with real PostgreSQL and Kafka and stand-ins for the services. */
abstract class LauncherProcess {
    static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path root;

    final List<Process> launchers = new ArrayList<>();
    final Set<ProcessHandle> started = new HashSet<>();

    @BeforeEach
    void build() throws IOException {
        FakeService.buildAndRun(root);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (var launcher : launchers) {
            launcher.destroy();
            assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    Process up(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of(options));
        return run(Map.of(), arguments.toArray(String[]::new));
    }

    Process run(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Child.QUICK_COMPILER,
                "-XX:+UseSerialGC",
                "-Dsuperbill.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        var number = launchers.size();
        var builder = new ProcessBuilder(command)
                .redirectOutput(root.resolve("out." + number).toFile())
                .redirectError(root.resolve("err." + number).toFile());
        builder.environment().putAll(environment);
        var launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    /** Waits for its end, and insists that nothing which it started (PostgreSQL, Kafka, services, watchdogs) outlives it. */
    int exitCode(Process launcher) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            launcher.descendants().forEach(started::add);
            return !launcher.isAlive();
        });
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(started).filteredOn(ProcessHandle::isAlive).isEmpty());
        return launcher.exitValue();
    }

    List<String> errors(Process launcher) throws IOException {
        return Files.readAllLines(root.resolve("err." + launchers.indexOf(launcher)));
    }

    String out(Process launcher) throws IOException {
        return Files.readString(root.resolve("out." + launchers.indexOf(launcher)));
    }

    JsonNode awaitReady(Process launcher) throws IOException {
        return awaitReady(launcher, root.resolve(".superbill"));
    }

    JsonNode awaitReady(Process launcher, Path state) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> !launcher.isAlive() || out(launcher).contains("ready. Ctrl-C"));
        assertThat(launcher.isAlive())
                .as(() -> String.join("\n", unchecked(launcher)))
                .isTrue();
        return new ObjectMapper().readTree(state.resolve("stack.json").toFile());
    }

    List<String> unchecked(Process launcher) {
        try {
            return errors(launcher);
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    /** Runs statements as the owner of the billing database. @return the last one's first value */
    String inPostgres(JsonNode state, String sql) throws Exception {
        var password = Files.readString(root.resolve(".superbill/secrets/database.billing_owner.password"))
                .strip();
        var url = "jdbc:postgresql://127.0.0.1:%d/billing"
                .formatted(state.path("ports").path("postgres").asInt());
        try (var connection = DriverManager.getConnection(url, "billing_owner", password);
                var statement = connection.createStatement()) {
            var isRow = statement.execute(sql);
            while (!isRow) {
                isRow = statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }

    static long pid(JsonNode state, String name) {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .filter(process -> process.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("pid")
                .asLong();
    }

    static List<Long> pids(JsonNode state) {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .map(process -> process.path("pid").asLong())
                .toList();
    }

    static void assertGone(List<Long> pids) {
        assertThat(pids)
                .isNotEmpty()
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                        .isEmpty());
    }

    /** As the services do that read it; the ones here read nothing. */
    static void makesTopic(JsonNode state, String name) throws Exception {
        var kafka = "127.0.0.1:%d".formatted(state.path("ports").path("kafka").asInt());
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    /** What the payer simulator was told last. */
    static String payersClock(JsonNode state) throws Exception {
        var clock = URI.create("http://127.0.0.1:%d/clock"
                .formatted(state.path("ports").path("payer-simulator").asInt()));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(clock).build(), BodyHandlers.ofString())
                .body();
    }

    record Control(String url, String token) {
        Control(JsonNode state) {
            this(
                    state.path("urls").path("control").asText(),
                    state.path("controlToken").asText());
        }

        Control as(String other) {
            return new Control(url, other);
        }

        JsonNode process(String name) throws Exception {
            var answer = new ObjectMapper()
                    .readTree(send(HttpRequest.newBuilder().GET(), "/processes").body());
            return StreamSupport.stream(answer.path("processes").spliterator(), false)
                    .filter(process -> process.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        HttpResponse<String> post(String path) throws Exception {
            return post(path, "");
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
        }

        private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
            return HttpClient.newHttpClient()
                    .send(
                            request.uri(URI.create(url + path))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString());
        }
    }
}
