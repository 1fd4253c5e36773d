package org.superbill.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package in production, told nothing by its environment. */
class WithoutSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"patient-service", "coding-service", "billing-service", "gateway"})
    void aServiceRefusesToStartAndSaysInOneLineWhatIsMissing(String service) throws Exception {
        var started = start(service, Map.of("SUPERBILL_DATABASE_URL", "jdbc:postgresql://localhost:1/none"));
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor(30, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(started.exitValue()).isEqualTo(1);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .contains("SUPERBILL_ISSUER", "SUPERBILL_JWKS_URL", "SUPERBILL_ENCRYPTION_KEY")
                .contains("SUPERBILL_DATABASE_OWNER_PASSWORD", "SUPERBILL_DATABASE_SERVICE_PASSWORD")
                .doesNotContain("SUPERBILL_DATABASE_URL");
    }

    private static Process start(String service, Map<String, String> environment) throws Exception {
        var root = Path.of(System.getProperty("superbill.root", "."));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        root.resolve(service)
                                .resolve("target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true);
        process.environment().clear();
        process.environment().putAll(environment);
        return process.start();
    }
}
