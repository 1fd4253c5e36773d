package org.superbill.billing.authorization;

import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;

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
import jakarta.ws.rs.core.MediaType;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

/** What payers have authorized. */
@Path("/api/v1/authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Idempotent
@Audited("authorization")
@Tag(name = "Authorizations")
class AuthorizationResource {
    private final Authorizations authorizations;

    AuthorizationResource(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    @POST
    @PermissionsAllowed("authorization:write")
    @Operation(operationId = "createAuthorization", summary = "Enter what a payer has authorized")
    @APIResponse(
            responseCode = "201",
            description = "The authorization, with its id",
            content =
                    @Content(
                            schema = @Schema(implementation = Authorization.class),
                            examples = @ExampleObject(name = "authorization", value = Authorization.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "authorization-duplicate")
    public RestResponse<Authorization> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AuthorizationDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "authorization",
                                                            value = AuthorizationDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    AuthorizationDetails details) {
        var created = authorizations.create(details);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/v1/authorizations/" + created.id()))
                .header("ETag", created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("authorization:read")
    @Operation(operationId = "listAuthorizations", summary = "Authorizations, with what is left of them")
    @APIResponse(
            responseCode = "200",
            description = "A page of authorizations",
            content =
                    @Content(
                            schema = @Schema(implementation = Authorization.Listed.class),
                            examples = @ExampleObject(name = "page", value = Authorization.PAGE)))
    public Page<Authorization> list(
            @RestQuery @Nullable UUID patientId, @RestQuery @Nullable UUID payerId, @BeanParam PageRequest page) {
        return authorizations.list(patientId, payerId, page);
    }

    @GET
    @Path("{authorizationId}")
    @PermissionsAllowed("authorization:read")
    @Operation(operationId = "getAuthorization", summary = "An authorization with what is left of it")
    @APIResponse(
            responseCode = "200",
            description = "The authorization; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = Authorization.class),
                            examples = @ExampleObject(name = "authorization", value = Authorization.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "authorization-not-found")
    public RestResponse<Authorization> get(@RestPath UUID authorizationId) {
        return withTag(authorizations.get(authorizationId));
    }

    @PUT
    @Path("{authorizationId}")
    @PermissionsAllowed("authorization:write")
    @Operation(operationId = "replaceAuthorization", summary = "Say an authorization anew")
    @APIResponse(
            responseCode = "200",
            description = "The authorization as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = Authorization.class),
                            examples = @ExampleObject(name = "authorization", value = Authorization.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "authorization-not-found")
    @APIResponse(responseCode = "409", description = "authorization-duplicate")
    public RestResponse<Authorization> replace(
            @RestPath UUID authorizationId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AuthorizationDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "authorization",
                                                            value = AuthorizationDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    AuthorizationDetails details) {
        return withTag(authorizations.replace(authorizationId, details, revision));
    }

    private static RestResponse<Authorization> withTag(Authorization authorization) {
        return ResponseBuilder.ok(authorization)
                .header("ETag", authorization.etag())
                .build();
    }
}
