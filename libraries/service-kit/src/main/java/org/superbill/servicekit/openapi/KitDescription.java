package org.superbill.servicekit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to each service's description what the kit does for all of them, in the same words, so that the gateway can merge them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class KitDescription implements OASFilter {

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach(KitDescription::describe);
        return path;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        components.addResponse(
                "Problem",
                OASFactory.createAPIResponse()
                        .description("A problem (RFC 9457)")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/problem+json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref("#/components/schemas/Problem")))));
        components.addParameter("IdempotencyKey", idempotencyKey());
        document.setComponents(components);
    }

    /** A search whose criteria are patient data is a POST, so that they stay out of addresses; its id begins with {@code search}. */
    private static boolean writes(HttpMethod method, Operation operation) {
        var id = operation.getOperationId();
        return WRITES.contains(method) && (id == null || !id.startsWith("search"));
    }

    private static void describe(HttpMethod method, Operation operation) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        var problem = OASFactory.createAPIResponse().ref("#/components/responses/Problem");
        for (var status : writes(method, operation)
                ? List.of("400", "401", "403", "409", "422", "default")
                : List.of("401", "403", "default")) {
            if (!responses.hasAPIResponse(status)
                    || responses.getAPIResponse(status).getContent() == null) {
                responses.addAPIResponse(status, problem);
            }
        }
        operation.setResponses(responses);
        if (writes(method, operation) && !hasIdempotencyKey(operation)) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/IdempotencyKey"));
        }
    }

    private static boolean hasIdempotencyKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()));
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
