package org.superbill.billing.claimcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.testing.TestEvents;

/** The claims that the standard's publisher shows: exactly what is found of each, and nothing of what the guides allow. */
@QuarkusTest
@BillingStack
class PublishedClaimsTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("superbill.root", ".."), "..", "shared", "data", "x12");
    /** GS04 of the examples. */
    private static final String WRITTEN = "2013-10-31";

    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        assumeTrue(Files.isDirectory(EXAMPLES), "Skipped: no published examples at " + EXAMPLES.toAbsolutePath());
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        if (events != null) {
            events.close();
        }
    }

    private static List<String> expected() throws IOException {
        try (var list = Objects.requireNonNull(PublishedClaimsTest.class.getResourceAsStream("published-claims.txt"))) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }

    private static List<Path> examples(String guide) {
        try (var files = Files.list(EXAMPLES.resolve(guide))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> found(Path example) {
        try {
            var answer = practice.request("biller")
                    .contentType("application/edi-x12")
                    .body(Files.readAllBytes(example))
                    .post("/api/v1/claim-checks?asOf=" + WRITTEN)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            return rows(example.getFileName().toString(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(String file, JsonPath answer) {
        var rows = new ArrayList<String>();
        List<Map<String, String>> unreadable = answer.getList("unreadable");
        for (var error : unreadable) {
            rows.add("%s unreadable %s %s".formatted(file, error.get("loop"), error.get("segment")));
        }
        List<Map<String, Object>> findings = answer.getList("claims.findings.flatten()");
        for (var finding : findings) {
            rows.add("%s %s %s %s"
                    .formatted(file, finding.get("rule"), finding.get("severity"), finding.get("pointer")));
        }
        assertThat(answer.getList("claims")).as(file).hasSize(1);
        return rows;
    }

    @Test
    void eachGivesTheFindingsOfTheListAndNoOthers() throws IOException {
        var found = Stream.of("837_005010X222A2", "837_005010X223A3")
                .flatMap(guide -> examples(guide).stream())
                .flatMap(example -> found(example).stream())
                .toList();
        assertThat(found).containsExactlyElementsOf(expected());
    }
}
