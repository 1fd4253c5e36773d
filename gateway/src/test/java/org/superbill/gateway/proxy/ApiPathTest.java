package org.superbill.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {
    private static final Pattern DOCUMENTED = Pattern.compile("  (/api/v1/\\S+):");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../q/metrics",
                "/api/v1/patients/..",
                "/api/v1/%2e%2e/q/metrics",
                "/api/v1/%2E./q/metrics",
                "/api/v1/.%2e/q/metrics",
                "/api/v1/./patients",
                "/api/v1/patients/..%2f..%2fq%2fmetrics",
                "/api/v1/patients/%2e%2e%5cq",
                "/api/v1/patients/..\\q",
                "/api/v1/patients/..;/q",
                "/api/v1/patients;x=1/1",
                "/api/v1/patients/%252e%252e/q",
                "/api/v1//patients",
                "//api/v1/patients",
                "/api/v1/patients/%00",
                "/api/v1/patients/%0d%0aX: 1",
                "/api/v1/patients/%zz",
                "/api/v1/patients/%c0%ae%c0%ae/q",
                "api/v1/patients"
            })
    void aPathThatTwoServersCouldReadDifferentlyIsNone(String raw) {
        assertThat(ApiPath.of(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/patients/, PATIENT_SERVICE",
        "/api/v1/patients/01966f2e/coverages, PATIENT_SERVICE",
        "/api/v1/organization, PATIENT_SERVICE",
        "/api/v1/organizations, PATIENT_SERVICE",
        "/api/v1/codes/icd-10-cm/Z23, CODING_SERVICE",
        "/api/v1/codes/icd-10-cm/S72.001A, CODING_SERVICE",
        "/api/v1/x12-files, BILLING_SERVICE",
        "/api/v1/event-processing/coding-service/stuck-events, CODING_SERVICE",
        "/api/v1/event-processing/gateway/stuck-events, GATEWAY",
        "/api/v1/tokens/jwks.json, GATEWAY",
        "/api/v1/%70atients, PATIENT_SERVICE",
    })
    void thePrefixNamesTheService(String raw, Backend backend) {
        assertThat(ApiPath.of(raw).flatMap(Backend::of)).contains(backend);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/",
                "/api/v2/patients",
                "/api/v1/patientsx",
                "/api/v1/Patients",
                "/q/metrics",
                "/api/v1/q/metrics",
                "/api/v1/event-processing",
                "/api/v1/event-processing/postgres/stuck-events"
            })
    void whatIsNotInTheTableBelongsToNobody(String raw) {
        assertThat(ApiPath.of(raw).flatMap(Backend::of)).isEmpty();
    }

    @Test
    void aPlusInAPathIsAPlus() {
        assertThat(ApiPath.of("/api/v1/a+b").orElseThrow().segments()).containsExactly("api", "v1", "a+b");
    }

    @Test
    void everyPathOfTheDocumentHasAService() throws IOException {
        var paths =
                Files.readAllLines(Path.of(System.getProperty("superbill.root"), "gateway", "openapi.yaml")).stream()
                        .map(line -> DOCUMENTED.matcher(line))
                        .filter(Matcher::matches)
                        .map(path -> path.group(1)
                                .replace("{service}", "billing-service")
                                .replaceAll("[{}]", ""))
                        .toList();
        assertThat(paths)
                .hasSizeGreaterThan(100)
                .allSatisfy(path -> assertThat(ApiPath.of(path).flatMap(Backend::of))
                        .as(path)
                        .isPresent());
    }
}
