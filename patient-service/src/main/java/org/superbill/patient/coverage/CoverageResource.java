package org.superbill.patient.coverage;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

/** A patient's insurance. */
@Path("/api/v1/patients/{patientId}/coverages")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coverage")
@Tag(name = "Coverage")
class CoverageResource {
    private final Coverages coverages;

    CoverageResource(Coverages coverages) {
        this.coverages = coverages;
    }

    @POST
    @PermissionsAllowed("coverage:write")
    @Operation(operationId = "createCoverage", summary = "Register a coverage")
    @APIResponse(
            responseCode = "201",
            description = "The coverage, with its id",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageView.class),
                            examples = @ExampleObject(name = "coverage", value = CoverageView.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "On some day of its time another coverage has this place in the order of payers")
    public RestResponse<CoverageView> create(
            @RestPath UUID patientId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = CoverageDetails.class),
                                            examples =
                                                    @ExampleObject(name = "coverage", value = CoverageDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    CoverageDetails details) {
        var created = coverages.create(patientId, details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/patients/" + patientId + "/coverages/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("coverage:read")
    @Operation(operationId = "listCoverages", summary = "List the coverages of a patient")
    @APIResponse(
            responseCode = "200",
            description = "A page of coverages, past ones too",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageView.Listed.class),
                            examples = @ExampleObject(name = "page", value = CoverageView.PAGE_EXAMPLE)))
    public Page<CoverageView> list(@RestPath UUID patientId, @BeanParam PageRequest page) {
        return coverages.list(patientId, page);
    }

    @GET
    @Path("{coverageId}")
    @PermissionsAllowed("coverage:read")
    @Operation(operationId = "getCoverage", summary = "Read a coverage")
    @APIResponse(
            responseCode = "200",
            description = "The coverage; its ETag is what an update needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageView.class),
                            examples = @ExampleObject(name = "coverage", value = CoverageView.EXAMPLE)))
    public RestResponse<CoverageView> get(@RestPath UUID patientId, @RestPath UUID coverageId) {
        return withTag(coverages.get(patientId, coverageId));
    }

    @PUT
    @Path("{coverageId}")
    @PermissionsAllowed("coverage:write")
    @Operation(operationId = "updateCoverage", summary = "Describe a coverage anew")
    @APIResponse(
            responseCode = "200",
            description = "The coverage as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageView.class),
                            examples = @ExampleObject(name = "coverage", value = CoverageView.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "On some day of its time another coverage has this place in the order of payers")
    public RestResponse<CoverageView> update(
            @RestPath UUID patientId,
            @RestPath UUID coverageId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = CoverageDetails.class),
                                            examples =
                                                    @ExampleObject(name = "coverage", value = CoverageDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    CoverageDetails details) {
        return withTag(coverages.describe(patientId, coverageId, details, revision));
    }

    private static RestResponse<CoverageView> withTag(CoverageView coverage) {
        return ResponseBuilder.ok(coverage).header(ETAG, coverage.etag()).build();
    }
}
