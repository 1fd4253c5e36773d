package org.superbill.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final List<String> SERVICES = List.of("patient-service", "coding-service", "billing-service");

    @Test
    void isOneDocumentOfVersion31WithoutAToken() throws Exception {
        var document = served();

        assertThat(document.at("/openapi").asText()).startsWith("3.1");
        assertThat(document.at("/info/title").asText()).isEqualTo("Superbill");
        assertThat(document.at("/components/securitySchemes")).isNotEmpty();
    }

    @Test
    void hasEveryPathOfEveryService() throws Exception {
        var paths = names(served().at("/paths"));

        for (var service : SERVICES) {
            assertThat(paths).as(service).containsAll(names(checkedIn(service).at("/paths")));
        }
        assertThat(paths).contains("/api/v1/tokens", "/api/v1/events", "/api/v1/audit-events/verification");
    }

    @Test
    void everyOperationHasASummaryAnIdOfItsOwnAndAnExample() throws Exception {
        var lacking = new ArrayList<String>();
        var ids = new ArrayList<String>();
        served().at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        var name = operation.getKey() + " " + path.getKey();
                        ids.add(operation.getValue().path("operationId").asText());
                        if (operation.getValue().path("summary").asText().isEmpty()) {
                            lacking.add(name + ": summary");
                        }
                        if (operation.getValue().findParents("example").isEmpty()
                                && operation.getValue().findParents("examples").isEmpty()) {
                            lacking.add(name + ": example");
                        }
                    }
                }));

        assertThat(lacking).isEmpty();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        var document = served();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void isTheOneThatIsCheckedIn() throws Exception {
        assertThat(names(checkedIn("gateway").at("/paths"))).isEqualTo(names(served().at("/paths")));
    }

    @Test
    void swaggerUiShowsIt() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body(containsString("/openapi"));
    }

    private static JsonNode served() throws Exception {
        return new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
    }

    private static JsonNode checkedIn(String module) throws Exception {
        return new YAMLMapper()
                .readTree(Files.readString(Path.of(System.getProperty("superbill.root"), module, "openapi.yaml")));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }
}
