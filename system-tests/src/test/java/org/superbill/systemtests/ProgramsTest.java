package org.superbill.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo and the benchmarks as processes, where they cannot start; what else can go wrong is StackProgram's. */
class ProgramsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Demo", "bench.MainJobBench", "bench.CodesBench"})
    void sayInOneLineWhyTheSystemDoesNotStart(String program, @TempDir Path root) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsuperbill.root=" + root,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.superbill.systemtests." + program)
                .redirectOutput(root.resolve("out").toFile())
                .redirectError(root.resolve("err").toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readAllLines(root.resolve("err")))
                .singleElement()
                .asString()
                .startsWith("superbill: coding-service is not built");
        assertThat(root.resolve("out")).isEmptyFile();
    }
}
