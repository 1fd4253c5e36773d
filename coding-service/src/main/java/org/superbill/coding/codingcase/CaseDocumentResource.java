package org.superbill.coding.codingcase;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

/** Documents of the record that came when coding had begun. */
@Path("/api/v1/coding-cases")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-case")
@Tag(name = "Coding cases")
class CaseDocumentResource {
    private final CaseTasks tasks;

    CaseDocumentResource(CaseTasks tasks) {
        this.tasks = tasks;
    }

    /** What it means for codes that are final. */
    @Schema(name = "CodingDocumentSeen")
    record SeenRequest(
            @Nullable
            @Size(min = 1, max = 500)
            @Schema(
                    description =
                            "Why codes that are final stay as they are, without patient data; needed where they are")
            String reason) {}

    @POST
    @Path("{caseId}/documents/{documentId}/seen")
    @PermissionsAllowed({"coding-case:write", "coding-case:distribute"})
    @Operation(
            operationId = "markCodingCaseDocumentSeen",
            summary = "Say that a document that came late has been seen",
            description =
                    "As long as a document is not seen that came after coding had begun, the codes are not made final. Its task is closed by it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SeenRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "nothing to amend",
                                            value = "{\"reason\":\"confirms what was coded\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Seen",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "released", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "400", description = "The codes are final, and no reason is given")
    @APIResponse(responseCode = "404", description = "No such case, or no such document that is to be seen")
    @APIResponse(responseCode = "409", description = "Another coder has the case open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "The caller may get no such case")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> seen(
            @RestPath UUID caseId,
            @RestPath UUID documentId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull SeenRequest request) {
        var view = tasks.documentSeen(caseId, documentId, expected, request.reason());
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }
}
