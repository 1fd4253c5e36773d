package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher says when it does not start, or is called in a wrong way. */
class LauncherMessagesTest extends LauncherProcess {
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

    @Test
    void saysWhatIsNotBuilt() throws Exception {
        Files.delete(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        var launcher = up();
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher)).hasSize(1).first().asString().startsWith("superbill: gateway is not built");
    }

    @Test
    void codesAreThoseOfTheStateThatIsNamed() throws Exception {
        var elsewhere = root.resolve("elsewhere");
        var launcher = run(Map.of(), "codes", "--state", elsewhere.toString(), "load", "a.zip");
        assertThat(exitCode(launcher)).isEqualTo(1);
        assertThat(errors(launcher))
                .containsExactly(
                        "superbill: Nothing runs on %s: start it with \"./superbill up\"".formatted(elsewhere));
    }

    @Test
    void showsHowItIsUsed() throws Exception {
        var launcher = run(Map.of(), "up", "--quickly");
        assertThat(exitCode(launcher)).isEqualTo(2);
        assertThat(errors(launcher)).first().asString().startsWith("superbill up [--fresh]");
    }
}
