package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher starts everything, ends all of it and keeps its state. */
class LauncherTest extends LauncherProcess {
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

        makesTopic(state, "sandbox-clock-moved");
        assertThat(control.post("/clock", "{\"now\": \"2026-06-01T12:00:00Z\"}").statusCode())
                .isEqualTo(200);
        assertThat(payersClock(state)).isEqualTo("{\"now\": \"2026-06-01\"}");

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
}
