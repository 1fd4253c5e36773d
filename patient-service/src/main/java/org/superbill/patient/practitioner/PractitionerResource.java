package org.superbill.patient.practitioner;

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

/** The people who treat patients here. */
@Path("/api/v1/practitioners")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Practitioner")
class PractitionerResource {
    private final Practitioners practitioners;

    PractitionerResource(Practitioners practitioners) {
        this.practitioners = practitioners;
    }

    @POST
    @Audited("practitioner")
    @PermissionsAllowed("practitioner:write")
    @Operation(operationId = "createPractitioner", summary = "Register a practitioner")
    @APIResponse(
            responseCode = "201",
            description = "The practitioner, with its id",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PractitionerView.class),
                            examples = @ExampleObject(name = "practitioner", value = PractitionerView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has a practitioner with this NPI")
    public RestResponse<PractitionerView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PractitionerDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "practitioner",
                                                            value = PractitionerDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PractitionerDetails details) {
        var created = practitioners.create(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/practitioners/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("practitioner:read")
    @Operation(operationId = "listPractitioners", summary = "List practitioners")
    @APIResponse(
            responseCode = "200",
            description = "A page of practitioners",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PractitionerView.Listed.class),
                            examples = @ExampleObject(name = "page", value = PractitionerView.PAGE_EXAMPLE)))
    public Page<PractitionerView> list(@BeanParam PageRequest page) {
        return practitioners.list(page);
    }

    @GET
    @Path("{practitionerId}")
    @PermissionsAllowed("practitioner:read")
    @Operation(operationId = "getPractitioner", summary = "Read a practitioner")
    @APIResponse(
            responseCode = "200",
            description = "The practitioner; its ETag is what an update needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PractitionerView.class),
                            examples = @ExampleObject(name = "practitioner", value = PractitionerView.EXAMPLE)))
    public RestResponse<PractitionerView> get(@RestPath UUID practitionerId) {
        return withTag(practitioners.get(practitionerId));
    }

    @PUT
    @Path("{practitionerId}")
    @Audited("practitioner")
    @PermissionsAllowed("practitioner:write")
    @Operation(operationId = "updatePractitioner", summary = "Describe a practitioner anew")
    @APIResponse(
            responseCode = "200",
            description = "The practitioner as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PractitionerView.class),
                            examples = @ExampleObject(name = "practitioner", value = PractitionerView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has a practitioner with this NPI")
    public RestResponse<PractitionerView> update(
            @RestPath UUID practitionerId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PractitionerDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "practitioner",
                                                            value = PractitionerDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PractitionerDetails details) {
        return withTag(practitioners.describe(practitionerId, details, revision));
    }

    private static RestResponse<PractitionerView> withTag(PractitionerView practitioner) {
        return ResponseBuilder.ok(practitioner)
                .header(ETAG, practitioner.etag())
                .build();
    }
}
