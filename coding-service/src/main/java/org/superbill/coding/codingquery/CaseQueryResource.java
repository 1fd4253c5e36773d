package org.superbill.coding.codingquery;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;

@Path("/api/v1/coding-cases/{caseId}/queries")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-query")
@Tag(name = "Coding queries")
class CaseQueryResource {
    private final Queries queries;

    CaseQueryResource(Queries queries) {
        this.queries = queries;
    }

    @POST
    @PermissionsAllowed("coding-query:write")
    @Operation(
            operationId = "writeCodingQuery",
            summary = "Write a question to the clinician; the answer says what keeps it from being sent",
            description =
                    "A draft. Its text is compared with the record: each quotation has to be at its place in a document of the case. findings[]"
                            + " name the rule, the place and the fix.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryText.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryText.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Kept as a draft, with findings",
            headers = @Header(name = "Location", description = "The path at which the query can be read"),
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(
            responseCode = "422",
            description = "No release of ICD-10-CM is loaded whose terms a yes/no query could be compared with")
    @APIResponse(
            responseCode = "503",
            description = "The record, or the terms that a yes/no query is compared with, cannot be read just now")
    public RestResponse<QueryView> write(@RestPath UUID caseId, @Valid @NotNull QueryText text) {
        var query = queries.write(caseId, text);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, query)
                .location(URI.create("/api/v1/coding-queries/" + query.id()))
                .header("ETag", query.etag())
                .build();
    }
}
