package org.superbill.coding.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.ServiceStack;

/** By which release and which terms notes are read. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class ReleaseTermsApiTest extends WithSuggestions {
    private static final LocalDate CHANGE = LocalDate.of(2025, 10, 1);
    private static final Api LOADER = Api.loader(ORGANIZATION);
    private static final String GRAIN = REQUEST.replace(NOTE, "Assessment: grain elevator lung.")
            .replace("\"office\"", "\"office\",\"threshold\":0,\"on\":\"" + DAY + "\"");

    /** Invented. */
    private static final String LIST_OF_2026 = """
            <?xml version="1.0"?>
            <ICD10CM.tabular><version>2026</version>
            <chapter><name>10</name><desc>Diseases of the respiratory system</desc><section id="J60-J70"><desc>Lung diseases</desc>
            <diag><name>J67</name><desc>Hypersensitivity pneumonitis due to organic dust</desc>
            <diag><name>J67.8</name><desc>Hypersensitivity pneumonitis due to other organic dusts</desc>
            <inclusionTerm><note>Grain elevator lung</note></inclusionTerm></diag></diag></section></chapter></ICD10CM.tabular>
            """;

    @Test
    void whoAsksForAReleaseFirstWaitsForItsTerms() {
        CODER.post("/api/v1/code-suggestions", REQUEST.replace("\"office\"", "\"office\",\"on\":\"2025-03-03\""))
                .statusCode(200)
                .body("release", containsString("2025"));
    }

    @Test
    void aTabularListThatIsLoadedTakesThePlaceOfTheOneThatShips() {
        CODER.post("/api/v1/code-suggestions", GRAIN).statusCode(200).body(codes(), not(hasItem("J67.8")));
        LOADER.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .queryParam("release", "2026")
                .queryParam("effectiveFrom", CHANGE.toString())
                .body(LIST_OF_2026.getBytes(UTF_8))
                .post("/api/v1/code-files")
                .then()
                .statusCode(201);
        try {
            await().atMost(Duration.ofMinutes(4))
                    .untilAsserted(() -> CODER.post("/api/v1/code-suggestions", GRAIN)
                            .statusCode(200)
                            .body(codes(), hasItem("J67.8")));
            await().atMost(Duration.ofMinutes(4))
                    .untilAsserted(() -> CODER.get("/api/v1/codes/search?q=grain elevator lung&on=" + DAY)
                            .statusCode(200)
                            .body("items.code", hasItem("J67.8")));
        } finally {
            LOADER.request()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post("/api/v1/code-facts/icd-10-cm-tabular/2026/rollback")
                    .then()
                    .statusCode(200);
        }
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> CODER.post("/api/v1/code-suggestions", GRAIN)
                        .statusCode(200)
                        .body(codes(), not(hasItem("J67.8"))));
    }

    @Test
    void aCaseWhoseLinesGoOverAChangeOfTheCodesSaysSo() {
        CODER.post(caseUntil(CHANGE) + "/suggestions", note(NOTE))
                .statusCode(200)
                .body("warnings", hasItem(allOf(containsString("begins on 2025-10-01"), containsString("2025-09-29"))));
        CODER.post(caseUntil(CHANGE.minusDays(1)) + "/suggestions", note(NOTE))
                .statusCode(200)
                .body("warnings", not(hasItem(containsString("begins on"))));
    }

    private static String codes() {
        return "suggestions.code";
    }

    /** Of two services, the first one on 29 September 2025. */
    private static String caseUntil(LocalDate last) {
        var first = LocalDate.of(2025, 9, 29);
        var encounter = new EncounterCompleted(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                first,
                List.of(
                        new EncounterCompleted.Service(1, "99213", List.of(), BigDecimal.ONE, 120_00, first),
                        new EncounterCompleted.Service(2, "99213", List.of(), BigDecimal.ONE, 120_00, last)));
        Objects.requireNonNull(events).publish(ORGANIZATION, encounter);
        return "/api/v1/coding-cases/"
                + await().atMost(Duration.ofMinutes(2))
                        .until(
                                () -> PlainJson.of(
                                                CODER.get("/api/v1/coding-cases?encounterId=" + encounter.encounterId())
                                                        .extract())
                                        .getList("items.id", String.class),
                                ids -> ids.size() == 1)
                        .get(0);
    }
}
