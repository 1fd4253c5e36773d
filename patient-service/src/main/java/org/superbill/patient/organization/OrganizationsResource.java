package org.superbill.patient.organization;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

/** The platform's administrator creates organizations, and sees that they are there. */
@Path("/api/v1/organizations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Organization")
class OrganizationsResource {
    private final Organizations organizations;

    OrganizationsResource(Organizations organizations) {
        this.organizations = organizations;
    }

    @POST
    @PermissionsAllowed("organization:create")
    @Operation(
            operationId = "createOrganization",
            summary = "Create an organization, which is a tenant and a billing provider")
    @APIResponse(
            responseCode = "201",
            description = "The organization; tokens may name it from now on",
            headers = @Header(name = "Location", description = "The path at which its own users can read it"),
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationView.class),
                            examples = @ExampleObject(name = "organization", value = OrganizationView.EXAMPLE)))
    public RestResponse<OrganizationView> create(
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
        var created = organizations.create(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/organization"))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("organization:create")
    @Operation(
            operationId = "listOrganizations",
            summary = "List the organizations of the platform, with their names only")
    @APIResponse(
            responseCode = "200",
            description = "A page of organizations",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationName.Listed.class),
                            examples = @ExampleObject(name = "page", value = OrganizationName.PAGE_EXAMPLE)))
    public Page<OrganizationName> list(@BeanParam PageRequest page) {
        return organizations.names(page);
    }
}
