package org.superbill.patient.organization;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

/** The caller's own organization. */
@Path("/api/v1/organization")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Organization")
class OrganizationResource {
    private final Organizations organizations;

    OrganizationResource(Organizations organizations) {
        this.organizations = organizations;
    }

    @GET
    @PermissionsAllowed("organization:read")
    @Operation(operationId = "getOrganization", summary = "Read the caller's organization")
    @APIResponse(
            responseCode = "200",
            description = "The organization",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationView.class),
                            examples = @ExampleObject(name = "organization", value = OrganizationView.EXAMPLE)))
    public RestResponse<OrganizationView> get() {
        return withTag(organizations.own());
    }

    @PUT
    @Audited("organization")
    @PermissionsAllowed("organization:write")
    @Operation(operationId = "updateOrganization", summary = "Describe the caller's organization anew")
    @APIResponse(
            responseCode = "200",
            description = "The organization as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationView.class),
                            examples = @ExampleObject(name = "organization", value = OrganizationView.EXAMPLE)))
    public RestResponse<OrganizationView> update(
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = OrganizationDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "organization",
                                                            value = OrganizationDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    OrganizationDetails details) {
        return withTag(organizations.describe(details, revision));
    }

    private static RestResponse<OrganizationView> withTag(OrganizationView organization) {
        return ResponseBuilder.ok(organization)
                .header(ETAG, organization.etag())
                .build();
    }
}
