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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.superbill.gateway.proxy.ServiceDoubles;
import org.superbill.servicekit.testing.ApiDocumentRules;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(ServiceDoubles.class)
class OpenApiTest extends ApiDocumentRules {

    private static final List<String> SERVICES = List.of("patient-service", "coding-service", "billing-service");

    OpenApiTest() {
        super("gateway");
    }

    /** What is behind the gateway is called in its own service's tests. */
    @Override
    protected Set<String> pathsServedElsewhere() throws IOException {
        var paths = new HashSet<String>();
        for (var service : SERVICES) {
            checkedIn(service).path("paths").fieldNames().forEachRemaining(paths::add);
        }
        return paths;
    }

    /** Whoever reads the trail of a patient names the patient as its subject. */
    @Override
    protected Set<String> aboutNoPatient() {
        return Set.of("listAuditEvents", "verifyAuditEvents");
    }

    @Test
    void isOneDocumentWithoutAToken() throws Exception {
        var document = served();

        assertThat(document.at("/info/title").asText()).isEqualTo("Superbill");
        assertThat(document.at("/components/securitySchemes")).isNotEmpty();
    }

    @Test
    void whatIsForEverybodyNeedsNoToken() throws Exception {
        var keys = served().at("/paths/~1api~1v1~1tokens~1jwks.json/get/security");

        assertThat(keys.isArray()).isTrue();
        assertThat(keys).isEmpty();
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

    private static JsonNode checkedIn(String module) throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(Path.of(System.getProperty("superbill.root"), module, "openapi.yaml")));
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }
}
