package org.superbill.servicekit.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(ServiceStack.class)
class KitDescriptionTest {

    private static final String NOTES = "paths.'/api/v1/notes'.";

    @Test
    void theDocumentSaysWhatTheKitDoesForEveryOperation() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("servers", nullValue())
                .body(NOTES + "post.parameters.'$ref'", hasItem("#/components/parameters/IdempotencyKey"))
                .body(NOTES + "get.parameters.'$ref'", not(hasItem("#/components/parameters/IdempotencyKey")))
                .body(NOTES + "post.responses.'422'.'$ref'", equalTo("#/components/responses/Problem"))
                .body(NOTES + "get.responses.default.'$ref'", equalTo("#/components/responses/Problem"))
                .body("components.parameters.IdempotencyKey.required", equalTo(true))
                .body(
                        "components.schemas.Problem.properties.errors.items.'$ref'",
                        equalTo("#/components/schemas/FieldError"))
                .body("components.securitySchemes.SecurityScheme.scheme", equalTo("bearer"))
                .body("components.schemas.Revision.type", equalTo("string"));
    }
}
