package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program such as the demo, as a process, with real PostgreSQL and Kafka and stand-ins for the services. */
class StackProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path root;

    private final Set<ProcessHandle> started = new HashSet<>();

    /** Does what its second argument says. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            var root = Path.of(arguments[0]);
            var well = StackProgram.run(StackOptions.isolated(root, root.resolve("state")), stack -> {
                System.out.println("working");
                switch (arguments[1]) {
                    case "fail" -> throw new AssertionError("expected: 1\n but was: 2");
                    case "wait" -> new CountDownLatch(1).await();
                    default -> {}
                }
            });
            System.out.println(well ? "well done" : "not reached");
            System.exit(well ? 0 : 1);
        }
    }

    @BeforeEach
    void build() throws IOException {
        FakeService.build(root);
    }

    @Test
    void endsWhenItsWorkIsDone() throws Exception {
        assertThat(exitCode(start("finish"))).isZero();
        assertThat(root.resolve("err")).isEmptyFile();
        assertThat(root.resolve("out")).content().endsWith("well done\n");
    }

    @Test
    void endsAtOnceWithOneLineWhenAProcessDies() throws Exception {
        var program = start("wait");
        await().atMost(PATIENCE)
                .until(() -> Files.readString(root.resolve("out")).contains("working"));
        program.descendants().forEach(started::add);
        var state = new ObjectMapper()
                .readTree(root.resolve("state/stack.json").toFile())
                .path("processes");
        for (var process : state) {
            if (process.path("name").asText().equals("kafka")) {
                ProcessHandle.of(process.path("pid").asLong()).orElseThrow().destroyForcibly();
            }
        }
        assertThat(exitCode(program)).isEqualTo(1);
        assertThat(Files.readAllLines(root.resolve("err")))
                .containsExactly(
                        "superbill: kafka ended by itself with exit code 137; its last words are in %s. Everything else is stopped now"
                                .formatted(root.resolve("state/logs/kafka.log")));
        assertThat(root.resolve("out")).content().doesNotContain("not reached");
    }

    @Test
    void saysInOneLineThatItsWorkFailed() throws Exception {
        assertThat(exitCode(start("fail"))).isEqualTo(1);
        assertThat(Files.readAllLines(root.resolve("err")))
                .containsExactly("superbill: java.lang.AssertionError: expected: 1 but was: 2");
    }

    @Test
    void saysInOneLineThatTheSystemDoesNotStart() throws Exception {
        Files.delete(root.resolve("gateway/target/quarkus-app/quarkus-run.jar"));
        assertThat(exitCode(start("finish"))).isEqualTo(1);
        assertThat(Files.readAllLines(root.resolve("err")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("superbill: gateway is not built");
        assertThat(root.resolve("out")).isEmptyFile();
    }

    private Process start(String work) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Child.QUICK_COMPILER,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        root.toString(),
                        work)
                .redirectOutput(root.resolve("out").toFile())
                .redirectError(root.resolve("err").toFile())
                .start();
    }

    /** Waits for its end, and insists that nothing which it started outlives it. */
    private int exitCode(Process program) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            program.descendants().forEach(started::add);
            return !program.isAlive();
        });
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(started).filteredOn(ProcessHandle::isAlive).isEmpty());
        return program.exitValue();
    }
}
