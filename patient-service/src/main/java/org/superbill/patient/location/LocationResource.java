package org.superbill.patient.location;

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

/** The places where services are given. */
@Path("/api/v1/locations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Location")
class LocationResource {
    private final Locations locations;

    LocationResource(Locations locations) {
        this.locations = locations;
    }

    @POST
    @Audited("location")
    @PermissionsAllowed("location:write")
    @Operation(operationId = "createLocation", summary = "Register a location")
    @APIResponse(
            responseCode = "201",
            description = "The location, with its id",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = LocationView.class),
                            examples = @ExampleObject(name = "location", value = LocationView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has a location of this name")
    public RestResponse<LocationView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = LocationDetails.class),
                                            examples =
                                                    @ExampleObject(name = "location", value = LocationDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    LocationDetails details) {
        var created = locations.create(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/locations/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("location:read")
    @Operation(operationId = "listLocations", summary = "List locations")
    @APIResponse(
            responseCode = "200",
            description = "A page of locations",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = LocationView.Listed.class),
                            examples = @ExampleObject(name = "page", value = LocationView.PAGE_EXAMPLE)))
    public Page<LocationView> list(@BeanParam PageRequest page) {
        return locations.list(page);
    }

    @GET
    @Path("{locationId}")
    @PermissionsAllowed("location:read")
    @Operation(operationId = "getLocation", summary = "Read a location")
    @APIResponse(
            responseCode = "200",
            description = "The location; its ETag is what an update needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = LocationView.class),
                            examples = @ExampleObject(name = "location", value = LocationView.EXAMPLE)))
    public RestResponse<LocationView> get(@RestPath UUID locationId) {
        return withTag(locations.get(locationId));
    }

    @PUT
    @Path("{locationId}")
    @Audited("location")
    @PermissionsAllowed("location:write")
    @Operation(operationId = "updateLocation", summary = "Describe a location anew")
    @APIResponse(
            responseCode = "200",
            description = "The location as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = LocationView.class),
                            examples = @ExampleObject(name = "location", value = LocationView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has a location of this name")
    public RestResponse<LocationView> update(
            @RestPath UUID locationId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = LocationDetails.class),
                                            examples =
                                                    @ExampleObject(name = "location", value = LocationDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    LocationDetails details) {
        return withTag(locations.describe(locationId, details, revision));
    }

    private static RestResponse<LocationView> withTag(LocationView location) {
        return ResponseBuilder.ok(location).header(ETAG, location.etag()).build();
    }
}
