package org.superbill.servicekit.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the operations of every service point to: the same words in each document, so that the gateway can merge them. */
final class CommonParts {
    static final String REQUEST_ID = "X-Request-Id";
    static final String ETAG = "ETag";
    static final String LOCATION = "Location";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String RETRY_AFTER = "Retry-After";

    private CommonParts() {}

    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        components.addHeader(
                REQUEST_ID,
                header("The request's id, as it stands in the services' logs and in the audit trail", text()));
        components.addHeader(
                ETAG, header("The revision of what is answered; a change of it names it in If-Match", text()));
        components.addHeader(
                LOCATION, header("The path at which what was made can be read", text().format("uri-reference")));
        components.addHeader(
                REPLAYED,
                header(
                        "There when this is the first answer again, to the same Idempotency-Key",
                        text().enumeration(List.of("true"))));
        components.addHeader(
                RETRY_AFTER,
                header(
                        "Seconds to wait before the same request is sent again; there when that helps: 409 idempotency-in-progress, 429, 503",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ONE)));
        components.addResponse("Problem", describedProblem("A problem (RFC 9457)"));
        components.addResponse(
                "PassingProblem",
                describedProblem("A problem (RFC 9457), which may pass by itself")
                        .addHeader(RETRY_AFTER, reference(RETRY_AFTER)));
        components.addParameter("IdempotencyKey", idempotencyKey());
    }

    /** What Jackson's trees are in JSON, and not what they are in Java. */
    static void replaceTrees(Components components) {
        if (components.getSchemas() != null && components.getSchemas().containsKey("ObjectNode")) {
            components.addSchema("ObjectNode", object("A JSON object"));
            components.removeSchema("JsonNode");
            components.removeSchema("JsonNodeType");
        }
    }

    static APIResponse describedProblem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(problemContent())
                .addHeader(REQUEST_ID, reference(REQUEST_ID));
    }

    static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    static Header reference(String header) {
        return OASFactory.createHeader().ref("#/components/headers/" + header);
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description("A new one for each thing to be done; the same one to send it again")
                .schema(text().minLength(1).maxLength(255).examples(List.of("5f0c7a52-0b0c-4c2e-9f0e-0c8f4a1b2c3d")));
    }

    private static Schema problem() {
        return object("What went wrong (RFC 9457)")
                .addProperty("type", text().format("uri").description("The kind of problem; the address of its page"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .required(List.of("type", "title", "status"))
                .examples(List.of(example()));
    }

    /** In one order, so that the document is the same in each build. */
    private static Map<String, Object> example() {
        var error = new LinkedHashMap<String, Object>();
        error.put("pointer", "/birthDate");
        error.put("code", "wrong-type");
        error.put("message", "Expected a date, 2026-03-02");
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "https://superbill.org/problems/validation-failed");
        problem.put("title", "The request has fields that are not valid");
        problem.put("status", 400);
        problem.put("detail", "The body has a field that is not valid");
        problem.put("instance", "/api/v1/patients");
        problem.put("errors", List.of(error));
        return problem;
    }

    private static Schema fieldError() {
        return object("What is wrong with one field")
                .addProperty(
                        "pointer",
                        text().description(
                                        "JSON Pointer into the body; ?name is a query parameter, header:Name a header"))
                .addProperty("code", text())
                .addProperty("message", text())
                .required(List.of("pointer", "code", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
