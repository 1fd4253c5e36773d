package org.superbill.servicekit.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
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
    private static final String NOTE = "paths.'/api/v1/notes/{id}'.";
    private static final String[] ON_WHAT_IS_MADE = {"X-Request-Id", "Idempotency-Replayed", "Location", "ETag"};

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
                .body(NOTES + "post.responses.'401'.'$ref'", equalTo("#/components/responses/Problem"))
                .body(NOTES + "post.responses.'422'.'$ref'", equalTo("#/components/responses/Problem"))
                .body(NOTES + "post.responses.'409'.'$ref'", equalTo("#/components/responses/PassingProblem"))
                .body(NOTES + "post.responses.'201'.headers.keySet()", hasItems(ON_WHAT_IS_MADE))
                .body(NOTES + "get.responses.'200'.headers.keySet()", contains("X-Request-Id"))
                .body(NOTES + "get.responses.default.'$ref'", equalTo("#/components/responses/PassingProblem"))
                .body(NOTE + "get.responses.'200'.headers.keySet()", containsInAnyOrder("X-Request-Id", "ETag"))
                .body(NOTE + "put.parameters.find {it.name == 'If-Match'}.required", equalTo(true))
                .body(NOTE + "put.responses.'428'.'$ref'", equalTo("#/components/responses/Problem"))
                .body(NOTES + "post.'x-permissions'", contains("patient:write"))
                .body(NOTES + "post.'x-roles'", contains("front-desk"))
                .body(
                        NOTES + "post.description",
                        equalTo("Needs the permission `patient:write`, which the role `front-desk` has."))
                .body("components.schemas.HttpProblem", nullValue())
                .body("components.parameters.IdempotencyKey.required", equalTo(true))
                .body(
                        "components.schemas.Problem.properties.errors.items.'$ref'",
                        equalTo("#/components/schemas/FieldError"))
                .body("components.securitySchemes.SecurityScheme.scheme", equalTo("bearer"))
                .body("components.schemas.Revision.type", equalTo("string"));
    }

    @Test
    void anAnswerSaysWhichFieldsItAlwaysHasAndARequestWhatItNeeds() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .body("components.schemas.NoteView.required", contains("id", "text", "revision"))
                .body("components.schemas.NewNote.required", contains("text"))
                .body(NOTES + "get.parameters.find {it.name == 'limit'}.schema.type", equalTo("integer"));
    }
}
