package org.superbill.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API document says of each operation what a front-end team needs: a name, a sentence, bodies with schema and example. */
@ServiceTest
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @Test
    void everyOperationHasANameASentenceAnExampleAndASchema() throws Exception {
        var document = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/openapi").asString());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        var names = new ArrayList<String>();
        var faults = new ArrayList<String>();

        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().contains("event-processing")) // the kit's, which tests its own
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            names.add(operation.getValue().path("operationId").asText());
                            check(operation.getKey() + " " + path.getKey(), operation.getValue(), faults);
                        }));

        assertThat(faults).isEmpty();
        assertThat(names).hasSizeGreaterThan(25).doesNotContain("").doesNotHaveDuplicates();
    }

    private static void check(String where, JsonNode operation, ArrayList<String> faults) {
        if (operation.path("summary").asText().isBlank()) {
            faults.add(where + " has no summary");
        }
        if (operation.has("requestBody")) {
            checkBody(where + " request", operation.path("requestBody"), faults);
        }
        var good = operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .toList();
        if (good.size() != 1) {
            faults.add(where + " has not one good answer but " + good.size());
        }
        good.forEach(response -> checkBody(where + " answer", response, faults));
    }

    private static void checkBody(String where, JsonNode body, ArrayList<String> faults) {
        var json = body.path("content").path("application/json");
        if (json.path("schema").isMissingNode()) {
            faults.add(where + " has no schema");
        }
        if (json.path("examples").isEmpty()
                || json.path("examples").elements().next().path("value").isTextual()) {
            faults.add(where + " has no example in JSON");
        }
    }
}
