package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, with real PostgreSQL and Kafka and stand-ins for the services. */
class LauncherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path root;

    private final List<Process> launchers = new ArrayList<>();
    private final Set<ProcessHandle> started = new HashSet<>();

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

    @Test
    void startsEverythingAndEndsAllOfItOnASignalAndKeepsItsState() throws Exception {
        FakeService.build(root); // newer than the archives, which are then made anew
        var first = up("--ports", "free");
        var state = awaitReady(first);
        assertThat(state.path("processes"))
                .hasSize(7)
                .allSatisfy(
                        process -> assertThat(process.path("state").asText()).isEqualTo("running"));
        assertThat(Files.getPosixFilePermissions(root.resolve(".superbill/stack.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(root.resolve(".superbill/tokens/coder")).content().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\n");
        assertThat(Files.readAllLines(root.resolve(".superbill/env")))
                .contains("SUPERBILL=" + state.path("urls").path("gateway").asText());
        var pids = pids(state);
        var key = Files.readString(root.resolve(".superbill/secrets/issuer.pem"));
        inPostgres(state, "create table kept (word text); insert into kept values ('there'); select 'made'");

        first.destroy();
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertGone(pids);
        assertThat(root.resolve(".superbill/stack.json")).doesNotExist();
        assertThat(root.resolve(".superbill/env")).doesNotExist();
        assertThat(root.resolve("gateway/target"))
                .isDirectoryContaining("glob:**/classes-*.jsa")
                .isDirectoryNotContaining("glob:**.partial");

        var second = up("--ports", "free");
        var again = awaitReady(second);
        assertThat(root.resolve(".superbill/secrets/issuer.pem")).hasContent(key);
        assertThat(inPostgres(again, "select word from kept")).isEqualTo("there");

        var third = up("--ports", "free");
        assertThat(exitCode(third)).isEqualTo(1);
        assertThat(errors(third))
                .containsExactly(
                        "superbill: Superbill already runs on %s: run \"./superbill down\" first, or give another folder with --state"
                                .formatted(root.resolve(".superbill")));
        assertThat(second.isAlive()).isTrue();

        var down = run(Map.of(), "down");
        assertThat(exitCode(down)).isZero();
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(exitCode(run(Map.of(), "down"))).isZero(); // there is nothing to end
    }

    @Test
    void startsAfreshWhenAskedAndTouchesNothingThatIsNotItsOwn() throws Exception {
        var state = Files.createDirectories(root.resolve("elsewhere"));
        Files.writeString(state.resolve("diary.txt"), "mine");
        var ofAnEarlierRun = List.of("secrets/issuer.pem", "postgres/data/PG_VERSION", "kafka/log/meta.properties");
        for (var file : ofAnEarlierRun) { // each of which ends a start that takes it for its own
            Files.createDirectories(state.resolve(file).getParent());
            Files.writeString(state.resolve(file), "old");
        }

        awaitReady(up("--ports", "free", "--fresh", "--state", state.toString()), state);
        assertThat(ofAnEarlierRun)
                .allSatisfy(file ->
                        assertThat(state.resolve(file)).content().isNotBlank().isNotEqualTo("old"));
        assertThat(state.resolve("diary.txt")).hasContent("mine");
    }

    @Test
    void writesATokenForEachRoleAndLetsItsControllerKillAndStartProcesses() throws Exception {
        var launcher = up("--ports", "free");
        var state = awaitReady(launcher);
        assertTokenForEachRole(launcher, state);
        var control = new Control(state);
        var before = control.process("billing-service");

        assertThat(control.post("/processes/billing-service/kill").statusCode()).isEqualTo(200);
        assertThat(control.process("billing-service").path("state").asText()).isEqualTo("killed");
        assertGone(List.of(before.path("pid").asLong()));
        assertThat(control.post("/processes/billing-service/start").statusCode())
                .isEqualTo(200);
        assertThat(control.process("billing-service").path("pid").asLong())
                .isNotEqualTo(before.path("pid").asLong())
                .isPositive();
        assertThat(control.post("/processes/postgres/restart").statusCode()).isEqualTo(200);
        assertThat(control.post("/processes/kafka/stop").statusCode()).isEqualTo(200);
        assertThat(control.process("kafka").path("state").asText()).isEqualTo("stopped");
        assertThat(control.post("/processes/kafka/start").statusCode()).isEqualTo(200);
        assertThat(control.post("/redeliver").body()).isEqualTo("{\"redelivered\":0}");

        assertThat(control.post("/processes/nobody/kill").statusCode()).isEqualTo(404);
        assertThat(control.post("/processes/kafka/dance").statusCode()).isEqualTo(404);
        assertThat(control.as("guess").post("/processes/kafka/kill").statusCode())
                .isEqualTo(401);
        assertThat(launcher.isAlive()).isTrue();
    }

    @Test
    void leavesNothingBehindThoughItIsKilledStartsAgainAndEndsTheRestWhenAProcessDies() throws Exception {
        var killed = up("--ports", "free");
        var pids = pids(awaitReady(killed));
        killed.destroyForcibly().waitFor();
        await().atMost(PATIENCE).untilAsserted(() -> assertGone(pids));

        var launcher = up("--ports", "free");
        var state = awaitReady(launcher);
        ProcessHandle.of(pid(state, "coding-service")).orElseThrow().destroyForcibly();
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("superbill: coding-service ended by itself with exit code 137")
                .contains("coding-service.log");
        assertGone(pids(state));
    }

    @Test
    void saysWhichProcessDidNotStart() throws Exception {
        var launcher = run(Map.of("FAKE_DIES", "billing"), "up", "--ports", "free");
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .containsExactly("superbill: billing-service ended with exit code 3 while it started; see %s"
                        .formatted(root.resolve(".superbill/logs/billing-service.log")));
        assertThat(started).as("PostgreSQL and Kafka ran").hasSizeGreaterThan(2);
        assertThat(root.resolve(".superbill/stack.json")).doesNotExist();
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            var launcher = run(Map.of("SUPERBILL_PORT_GATEWAY", Integer.toString(port)), "up");
            assertThat(exitCode(launcher)).isEqualTo(1);
            assertThat(errors(launcher))
                    .containsExactly(
                            "superbill: Port %d (gateway) is taken by another program: end that one, or set SUPERBILL_PORT_GATEWAY to a free port"
                                    .formatted(port));
        }
    }

    @Test
    void saysThatAPortIsNoNumber() throws Exception {
        var launcher = run(Map.of("SUPERBILL_PORT_KAFKA", "many"), "up");
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .containsExactly(
                        "superbill: SUPERBILL_PORT_KAFKA is \"many\": set it to a port number from 1 to 65535");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        var launcher = run(Map.of("SUPERBILL_LEAST_FREE_MEGABYTES", "999999999"), "up");
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("superbill: The disk of ")
                .contains("make room");
    }

    @Test
    void saysThatTheSpaceWantedIsNoNumber() throws Exception {
        var launcher = run(Map.of("SUPERBILL_LEAST_FREE_MEGABYTES", "abc"), "up");
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .containsExactly(
                        "superbill: SUPERBILL_LEAST_FREE_MEGABYTES is \"abc\": set it to a number of megabytes");
    }

    @Test
    void saysThatAProcessDiedThoughItsStateCannotBeWritten() throws Exception {
        var launcher = up("--ports", "free");
        var state = awaitReady(launcher);
        Files.move(root.resolve(".superbill"), root.resolve("away"));
        ProcessHandle.of(pid(state, "coding-service")).orElseThrow().destroyForcibly();
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("superbill: coding-service ended by itself with exit code 137");
        assertGone(pids(state));
    }

    /** The file of a launcher that was killed, from before the machine's restart, names numbers that are others' by now. */
    @Test
    void downEndsNoProcessThatOnlyHasTheNumberOfOurs() throws Exception {
        var foreign = new ProcessBuilder("sleep", "300").start();
        try {
            var recorded = Map.of("name", "billing-service", "state", "running", "pid", foreign.pid(), "startedAt", 1);
            Files.createDirectories(root.resolve(".superbill"));
            new ObjectMapper()
                    .writeValue(
                            root.resolve(".superbill/stack.json").toFile(),
                            Map.of(
                                    "launcher",
                                    recorded,
                                    "urls",
                                    Map.of(),
                                    "ports",
                                    Map.of(),
                                    "logs",
                                    "",
                                    "tokens",
                                    "",
                                    "controlToken",
                                    "",
                                    "processes",
                                    List.of(recorded)));
            assertThat(exitCode(run(Map.of(), "down"))).isZero();
            assertThat(root.resolve(".superbill/stack.json")).doesNotExist();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        Files.delete(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        var launcher = up();
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher)).hasSize(1).first().asString().startsWith("superbill: gateway is not built");
    }

    @Test
    void showsHowItIsUsed() throws Exception {
        var launcher = run(Map.of(), "up", "--quickly");
        assertThat(exitCode(launcher)).isEqualTo(2);
        assertThat(errors(launcher)).first().asString().startsWith("superbill up [--fresh]");
    }

    private void assertTokenForEachRole(Process launcher, JsonNode state) throws Exception {
        var organization = state.path("organization").asText();
        var roles = Pattern.compile("^\\| `([a-z-]+)` \\| [A-Z]", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of(System.getProperty("superbill.root"), "docs/permissions.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(roles).hasSizeGreaterThan(10);
        for (var role : roles) {
            var token =
                    Files.readString(root.resolve(".superbill/tokens/" + role)).strip();
            var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            assertThat(claims.path("roles")).extracting(JsonNode::asText).containsExactly(role);
            assertThat(claims.path("iss").asText()).isEqualTo("superbill-local");
            assertThat(claims.path("exp").asLong()).isGreaterThan(Instant.now().getEpochSecond());
            assertThat(claims.path("organization").asText(null))
                    .isEqualTo(role.equals("platform-admin") ? null : organization);
            assertThat(claims.path("scope").asText(null))
                    .isEqualTo(role.equals("system") ? "code-release:load code:read" : null);
            assertThat(out(launcher)).contains("\n%s\n  ey".formatted(role));
        }
    }

    private Process up(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of(options));
        return run(Map.of(), arguments.toArray(String[]::new));
    }

    private Process run(Map<String, String> environment, String... arguments) throws IOException {
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
    private int exitCode(Process launcher) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            launcher.descendants().forEach(started::add);
            return !launcher.isAlive();
        });
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(started).filteredOn(ProcessHandle::isAlive).isEmpty());
        return launcher.exitValue();
    }

    private List<String> errors(Process launcher) throws IOException {
        return Files.readAllLines(root.resolve("err." + launchers.indexOf(launcher)));
    }

    private String out(Process launcher) throws IOException {
        return Files.readString(root.resolve("out." + launchers.indexOf(launcher)));
    }

    private JsonNode awaitReady(Process launcher) throws IOException {
        return awaitReady(launcher, root.resolve(".superbill"));
    }

    private JsonNode awaitReady(Process launcher, Path state) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> !launcher.isAlive() || out(launcher).contains("ready. Ctrl-C"));
        assertThat(launcher.isAlive())
                .as(() -> String.join("\n", unchecked(launcher)))
                .isTrue();
        return new ObjectMapper().readTree(state.resolve("stack.json").toFile());
    }

    private List<String> unchecked(Process launcher) {
        try {
            return errors(launcher);
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    /** Runs statements as the owner of the billing database. @return the last one's first value */
    private String inPostgres(JsonNode state, String sql) throws Exception {
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

    private static long pid(JsonNode state, String name) {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .filter(process -> process.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("pid")
                .asLong();
    }

    private static List<Long> pids(JsonNode state) {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .map(process -> process.path("pid").asLong())
                .toList();
    }

    private static void assertGone(List<Long> pids) {
        assertThat(pids)
                .isNotEmpty()
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                        .isEmpty());
    }

    private record Control(String url, String token) {
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
            return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()), path);
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
