package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./superbill} on machines that lack something. */
class SuperbillScriptTest {
    private static final Path SCRIPT = Path.of(System.getProperty("superbill.root"), "superbill");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"openjdk version \"11.0.2\" 2019-01-15", "java version \"1.8.0_401\""})
    void refusesATooOldJava(String version) throws Exception {
        tool("java", "echo '" + version + "' >&2");
        for (var command : List.of("up", "demo", "test", "down")) {
            assertThat(run(command))
                    .isEqualTo(new Outcome(
                            1,
                            "superbill: java is version %s: install a JDK, 17 or newer, or set JAVA_HOME to one\n"
                                    .formatted(version.contains("11") ? "11" : "8")));
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(run("up"))
                .isEqualTo(
                        new Outcome(1, "superbill: there is no java: install a JDK, 17 or newer, or set JAVA_HOME\n"));
        tool("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
        assertThat(run("test"))
                .isEqualTo(
                        new Outcome(
                                1,
                                "superbill: there is no mvn: install it (needed are a JDK, Maven 3.8 or newer, git and curl)\n"));
    }

    /** Maven that is killed says nothing, least of all why. */
    @Test
    void saysThatABuildHasFailedAlsoWhenMavenDidNot() throws Exception {
        tool("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
        tool("git", "");
        tool("curl", "");
        tool("mvn", "kill -9 $$");
        for (var name : List.of("mkdir", "touch", "tee", "grep", "find")) {
            link(name);
        }
        var script = Files.copy(SCRIPT, folder.resolve("superbill"));

        var built = run(script, "demo");
        assertThat(built.exitCode()).isEqualTo(1);
        assertThat(built.output())
                .endsWith("superbill: the build failed: see %s\n".formatted(folder.resolve("target/build.log")));
    }

    @Test
    void showsHowItIsUsed() throws Exception {
        assertThat(run("dance").exitCode()).isEqualTo(2);
        assertThat(run("help").output()).contains("./superbill demo").contains("./superbill bench NAME");
    }

    /** Runs the script where there is only what is in the folder and what every system has. */
    private Outcome run(String command) throws IOException, InterruptedException {
        return run(SCRIPT, command);
    }

    private Outcome run(Path script, String command) throws IOException, InterruptedException {
        for (var name : List.of("bash", "dirname", "sed", "head", "cat", "env")) {
            link(name);
        }
        var builder = new ProcessBuilder(folder.resolve("bash").toString(), script.toString(), command);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", folder.toString()));
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private void link(String name) throws IOException {
        for (var place : List.of("/bin", "/usr/bin")) {
            if (Files.exists(Path.of(place, name)) && !Files.exists(folder.resolve(name))) {
                Files.createSymbolicLink(folder.resolve(name), Path.of(place, name));
            }
        }
    }

    private void tool(String name, String does) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int exitCode, String output) {}
}
