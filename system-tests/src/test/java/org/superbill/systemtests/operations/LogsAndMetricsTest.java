package org.superbill.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.Narrator;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/** After the story of journey 1: what the system's operator sees has no patient in it. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsAndMetricsTest {
    /** What the journey knows of its patient, as the API and as X12 write it. */
    private static final List<String> OF_THE_PATIENT =
            List.of("LOPEZ", "MARIA", "1984-07-12", "19840712", "W123456789", "7 ELM STREET");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private SuperbillSystem system;

    @BeforeAll
    void aClaimIsPaid(SuperbillSystem running) {
        system = running;
        var series = Series.begins(system);
        series.submits(series.claim(series.codesAnEncounter()));
        series.arePaid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-service", "coding-service", "billing-service", "gateway"})
    void everyLineOfAServicesLogIsJson(String service) throws IOException {
        var lines = Files.readAllLines(system.stack().process(service).log());
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            assertThat(Gateway.JSON.readTree(line).path("message").asText())
                    .as(line)
                    .isNotBlank();
        }
    }

    @Test
    void noLogTellsOfThePatient() throws IOException {
        for (var process : system.stack().processes()) {
            var log = Files.readString(process.log(), StandardCharsets.UTF_8);
            for (var fact : OF_THE_PATIENT) {
                assertThat(log.lines().filter(line -> containsIgnoringCase(line, fact)))
                        .as(process.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-service", "coding-service", "billing-service", "gateway"})
    void aServiceIsReadyAndItsMetricsNameNobody(String service) {
        var direct = Gateway.at(URI.create(system.stack().url(service)), Narrator.silent())
                .as("platform-admin", system.tokens().platformAdmin());
        assertThat(direct.peek("/q/health/ready")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        var metrics = direct.peek("/q/metrics").expect(200).text();
        assertThat(metrics).contains("http_server_requests_seconds_count{");
        assertThat(metrics.lines().filter(line -> ID.matcher(line).find())).isEmpty();
        for (var fact : OF_THE_PATIENT) {
            assertThat(metrics.lines().filter(line -> containsIgnoringCase(line, fact)))
                    .isEmpty();
        }
    }

    private static boolean containsIgnoringCase(String line, String fact) {
        return line.toLowerCase(java.util.Locale.ROOT).contains(fact.toLowerCase(java.util.Locale.ROOT));
    }
}
