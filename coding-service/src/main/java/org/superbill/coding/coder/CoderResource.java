package org.superbill.coding.coder;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

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
import java.util.List;
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

@Path("/api/v1/coders")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Coders", description = "Who codes, with which credentials, specialties and load")
class CoderResource {
    private final Coders coders;

    CoderResource(Coders coders) {
        this.coders = coders;
    }

    /** A page of coders, for the document. */
    @Schema(name = "CoderPage")
    record Listed(List<CoderView> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("coder:read")
    @Operation(operationId = "listCoders", summary = "List the organization's coders")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + CoderView.EXAMPLE + "]}")))
    public Page<CoderView> list(@BeanParam PageRequest page) {
        return coders.list(page);
    }

    @GET
    @Path("{coderId}")
    @PermissionsAllowed("coder:read")
    @Operation(operationId = "readCoder", summary = "Read a coder")
    @APIResponse(
            responseCode = "200",
            description = "The coder",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CoderView.class),
                            examples = @ExampleObject(name = "Ann", value = CoderView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such coder in the caller's organization")
    public RestResponse<CoderView> read(@RestPath UUID coderId) {
        var coder = coders.read(coderId);
        return ResponseBuilder.ok(coder).header("ETag", coder.etag()).build();
    }

    @POST
    @Audited("coder")
    @PermissionsAllowed("coder:write")
    @Operation(operationId = "addCoder", summary = "Add a coder")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CoderDetails.class),
                            examples = @ExampleObject(name = "Ann", value = CoderDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The coder",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CoderView.class),
                            examples = @ExampleObject(name = "Ann", value = CoderView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The subject is a coder already")
    public RestResponse<CoderView> add(@Valid @NotNull CoderDetails details) {
        var coder = coders.add(details);
        return ResponseBuilder.create(RestResponse.Status.CREATED, coder)
                .location(URI.create("/api/v1/coders/" + coder.id()))
                .header("ETag", coder.etag())
                .build();
    }

    @PUT
    @Path("{coderId}")
    @Audited("coder")
    @PermissionsAllowed("coder:write")
    @Operation(
            operationId = "changeCoder",
            summary = "Change a coder, all of it",
            description =
                    "Whoever is inactive or without a credential in force gets no case; those that the coder has stay until handed over.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CoderDetails.class),
                            examples = @ExampleObject(name = "Ann", value = CoderDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The coder",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CoderView.class),
                            examples = @ExampleObject(name = "Ann", value = CoderView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such coder in the caller's organization")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CoderView> change(
            @RestPath UUID coderId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull CoderDetails details) {
        var coder = coders.change(coderId, details, expected);
        return ResponseBuilder.ok(coder).header("ETag", coder.etag()).build();
    }
}
