package org.superbill.x12.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.x12.Files837;
import org.superbill.x12.PublishedExamples;
import org.superbill.x12.RandomTransactions;
import org.superbill.x12.generate.GeneratedClaims;
import org.superbill.x12.generate.GeneratedInstitutionalClaims;
import org.superbill.x12.generate.GeneratedRemittances;
import org.superbill.x12.guide.Guide;

/** The schemas follow from the guides, and what is written as JSON keeps to them. */
class TransactionSchemasTest {
    private static final boolean WRITE = Boolean.getBoolean("superbill.generate");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema FILE = REGISTRY.getSchema(TransactionSchemas.file());
    private static final Map<String, Schema> SCHEMAS = Guide.all().stream()
            .map(Guide::id)
            .collect(Collectors.toMap(Function.identity(), id -> REGISTRY.getSchema(TransactionSchemas.of(guide(id)))));

    private static Guide guide(String id) {
        return Guide.all().stream()
                .filter(guide -> guide.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Guide> guides() {
        return Guide.all().stream();
    }

    private static void checkedIn(String name, String content) throws IOException {
        var file = Path.of(System.getProperty("superbill.root", "../.."), "docs/schemas/x12", name + ".schema.json");
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("follows from the guide; write it with: mvn -pl libraries/x12 test -Dsuperbill.generate=true")
                .exists()
                .hasContent(content);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theCheckedInSchemaFollowsFromTheGuide(Guide guide) throws IOException {
        checkedIn(guide.id(), TransactionSchemas.of(guide));
    }

    @Test
    void theCheckedInSchemaOfAFileFollowsFromTheForm() throws IOException {
        checkedIn("file", TransactionSchemas.file());
    }

    private static List<String> faults(String json) throws IOException {
        var found = FILE.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.toList());
        for (var interchange : MAPPER.readTree(json).get("interchanges")) {
            for (var group : interchange.path("groups")) {
                for (var set : group.path("transactions")) {
                    if (set.has("guide")) {
                        SCHEMAS.get(set.get("guide").asText())
                                .validate(set.toString(), InputFormat.JSON)
                                .forEach(error -> found.add(error.toString()));
                    }
                }
            }
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedExampleKeepsToItsSchema() {
        var all = PublishedExamples.all();
        assumeTrue(!all.isEmpty(), "skipped: the published examples are not at " + PublishedExamples.shared());
        return all.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(faults(JsonForms.json(Files.readString(file))))
                                .isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void randomTransactionsOfEveryGuideKeepToTheirSchema(Guide guide) throws IOException {
        for (long seed = 1; seed <= 4; seed++) {
            assertThat(faults(JsonForms.json(new RandomTransactions(guide, seed).file(1))))
                    .as("guide %s seed %d", guide.id(), seed)
                    .isEmpty();
        }
    }

    @Test
    void ownFilesKeepToTheirSchemas() throws IOException {
        var unknown = Files837.file(Files837.claimBody().replace("HI*ABK", "ZZZ*1*A:B^C*\nHI*ABK"));
        assertThat(faults(JsonForms.json(unknown))).isEmpty();
        for (var file :
                List.of(new GeneratedClaims(1), new GeneratedInstitutionalClaims(1), new GeneratedRemittances(1))) {
            var out = new ByteArrayOutputStream();
            file.write(out, 5, 0);
            assertThat(faults(JsonForms.json(out.toString(StandardCharsets.UTF_8))))
                    .isEmpty();
        }
    }

    @Test
    void whatTheFormDoesNotHaveBreaksTheSchema() throws IOException {
        var json = JsonForms.json(Files837.file(Files837.claimBody()));
        assertThat(faults(json)).isEmpty();
        assertThat(faults(json.replace("\"patientControlNumber\"", "\"patientNumber\"")))
                .hasSize(1);
        assertThat(faults(json.replace("\"C1\"", "1"))).hasSize(1);
        assertThat(faults(json.replace("\"senderId\"", "\"sender\""))).hasSize(1);
    }
}
