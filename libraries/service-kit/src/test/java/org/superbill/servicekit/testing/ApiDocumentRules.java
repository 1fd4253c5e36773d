package org.superbill.servicekit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the API document of a service says of each operation: a name, a sentence, bodies with schema and example; and that it is the
 * one that is checked in. A service inherits it as a test that runs the service.
 */
public abstract class ApiDocumentRules extends ApiPromises {
    private final String module;

    @Inject
    ObjectMapper mapper;

    /**
     * @param module the service's folder, in which its {@code openapi.yaml} lies
     */
    protected ApiDocumentRules(String module) {
        super(module);
        this.module = module;
    }

    @Test
    void isTheOneThatIsCheckedIn() throws IOException {
        var built = Files.readString(
                GeneratedDocs.file(module + "/target/openapi/openapi.yaml")); // as this test was started
        GeneratedDocs.check(module + "/openapi.yaml", built);
    }

    @Test
    void isOfVersion31() throws IOException {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASentence() throws IOException {
        var operations = operations();
        var names = operations.values().stream()
                .map(operation -> operation.path("operationId").asText())
                .toList();
        assertThat(names).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
        assertThat(operations)
                .allSatisfy((where, operation) ->
                        assertThat(operation.path("summary").asText()).as(where).isNotBlank());
    }

    @Test
    void everyBodyHasAnExample() throws IOException {
        var faults = new ArrayList<String>();
        bodies().forEach((where, body) -> {
            if (body.path("content").isEmpty()) {
                faults.add(where + " has no content");
            }
            body.path("content").properties().forEach(content -> {
                var examples = content.getValue().path("examples");
                if (examples.isEmpty()) {
                    faults.add(where + " has none");
                }
                examples.forEach(example -> {
                    if (content.getKey().equals("application/json")
                            && example.path("value").isTextual()) {
                        faults.add(where + " has one that is no JSON");
                    }
                });
            });
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void anExampleHasEveryFieldThatItsSchemaRequires() throws IOException {
        var document = document();
        var lacking = new TreeSet<String>();
        bodies().forEach((where, body) -> body.path("content")
                .forEach(content -> content.path("examples")
                        .forEach(example ->
                                addLacking(document, content.path("schema"), example.path("value"), where, lacking))));
        assertThat(lacking).isEmpty();
    }

    private static void addLacking(
            JsonNode document, JsonNode schema, JsonNode value, String where, Set<String> lacking) {
        var said = schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (value.isObject()) {
            said.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    lacking.add(where + '/' + name.asText());
                }
            });
        }
        value.properties()
                .forEach(field -> addLacking(
                        document,
                        said.path("properties").path(field.getKey()),
                        field.getValue(),
                        where + '/' + field.getKey(),
                        lacking));
        if (value.isArray()) {
            value.forEach(item -> addLacking(document, said.path("items"), item, where, lacking));
        }
    }

    /** The generator reads {@code @JsonValue} only where the enum and the method are public, and writes the names of the constants else. */
    @Test
    void anEnumHasTheValuesThatAreReadAndWritten() throws IOException {
        var enums = new WireEnums(mapper, module);
        var faults = new TreeMap<String, List<String>>();
        document().path("components").path("schemas").properties().forEach(schema -> {
            var said = new ArrayList<String>();
            schema.getValue().path("enum").forEach(value -> said.add(value.asText()));
            if (!said.isEmpty() && !enums.allow(schema.getKey(), said)) {
                faults.put(schema.getKey(), said);
            }
        });
        assertThat(faults).as("make the enum and its @JsonValue public").isEmpty();
    }

    @Test
    void everyBodyHasASchema() throws IOException {
        var lacking = new ArrayList<String>();
        bodies().forEach((where, body) -> body.path("content").forEach(content -> {
            if (content.path("schema").isMissingNode()) {
                lacking.add(where);
            }
        }));
        assertThat(lacking).isEmpty();
    }

    /** What is sent, and each answer of an operation that went well, but for those that have none to give (204). */
    private static TreeMap<String, JsonNode> bodies() throws IOException {
        var bodies = new TreeMap<String, JsonNode>();
        operations().forEach((where, operation) -> {
            if (operation.has("requestBody")) {
                bodies.put(where + " request", operation.path("requestBody"));
            }
            operation.path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2") && !answer.getKey().equals("204")) {
                    bodies.put(where + " " + answer.getKey(), answer.getValue());
                }
            });
        });
        return bodies;
    }

    /** By method and path. */
    private static TreeMap<String, JsonNode> operations() throws IOException {
        var operations = new TreeMap<String, JsonNode>();
        all().forEach(operation -> operations.put(operation.toString(), operation.operation()));
        return operations;
    }
}
