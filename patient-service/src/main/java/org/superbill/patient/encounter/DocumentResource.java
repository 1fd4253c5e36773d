package org.superbill.patient.encounter;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** What clinicians wrote of an encounter. */
@Path("/api/v1/encounters/{encounterId}/documents")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("encounter-document")
@Tag(name = "Encounter")
class DocumentResource {
    private final Documents documents;

    DocumentResource(Documents documents) {
        this.documents = documents;
    }

    @POST
    @PermissionsAllowed("encounter:write")
    @Operation(
            operationId = "addEncounterDocument",
            summary = "Keep a document with an encounter",
            description =
                    "Coding is told of the documents that are there when the encounter is completed. Of one that comes later coding has notice at once; while toldToCoding is false its finished cases do not go on by it: complete the encounter again, with the same services, and they do, as a further version. A document is never edited.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "note", value = DocumentView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such encounter in the caller's organization")
    public RestResponse<DocumentView> add(
            @RestPath UUID encounterId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = DocumentDetails.class),
                                            examples = @ExampleObject(name = "note", value = DocumentDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    DocumentDetails details) {
        var document = documents.add(encounterId, details);
        return ResponseBuilder.create(CREATED, document)
                .location(URI.create("/api/v1/encounters/%s/documents/%s".formatted(encounterId, document.id())))
                .build();
    }

    @GET
    @PermissionsAllowed("encounter:read")
    @Operation(
            operationId = "listEncounterDocuments",
            summary = "List the documents of an encounter, without their texts")
    @APIResponse(
            responseCode = "200",
            description = "A page of documents, oldest first",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentView.Listed.class),
                            examples = @ExampleObject(name = "page", value = DocumentView.PAGE_EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such encounter in the caller's organization")
    public Page<DocumentView> list(@RestPath UUID encounterId, @BeanParam PageRequest page) {
        return documents.list(encounterId, page);
    }

    @GET
    @Path("{documentId}")
    @PermissionsAllowed("encounter:read")
    @Operation(operationId = "getEncounterDocument", summary = "Read a document with its text")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = DocumentView.class),
                            examples = @ExampleObject(name = "note", value = DocumentView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "The encounter has no such document")
    public DocumentView get(@RestPath UUID encounterId, @RestPath UUID documentId) {
        return documents.get(encounterId, documentId);
    }
}
