package org.superbill.patient.payer;

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

/** Who pays, and how claims get there. */
@Path("/api/v1/payers")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(name = "Payer")
class PayerResource {
    private final Payers payers;

    PayerResource(Payers payers) {
        this.payers = payers;
    }

    @POST
    @Audited("payer")
    @PermissionsAllowed("payer:write")
    @Operation(operationId = "createPayer", summary = "Register a payer")
    @APIResponse(
            responseCode = "201",
            description = "The payer, with its id",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PayerView.class),
                            examples = @ExampleObject(name = "payer", value = PayerView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has this payer")
    public RestResponse<PayerView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PayerDetails.class),
                                            examples = @ExampleObject(name = "payer", value = PayerDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PayerDetails details) {
        var created = payers.create(details);
        return ResponseBuilder.create(CREATED, created)
                .location(URI.create("/api/v1/payers/" + created.id()))
                .header(ETAG, created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("payer:read")
    @Operation(operationId = "listPayers", summary = "List payers")
    @APIResponse(
            responseCode = "200",
            description = "A page of payers",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PayerView.Listed.class),
                            examples = @ExampleObject(name = "page", value = PayerView.PAGE_EXAMPLE)))
    public Page<PayerView> list(@BeanParam PageRequest page) {
        return payers.list(page);
    }

    @GET
    @Path("{payerId}")
    @PermissionsAllowed("payer:read")
    @Operation(operationId = "getPayer", summary = "Read a payer")
    @APIResponse(
            responseCode = "200",
            description = "The payer; its ETag is what an update needs",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PayerView.class),
                            examples = @ExampleObject(name = "payer", value = PayerView.EXAMPLE)))
    public RestResponse<PayerView> get(@RestPath UUID payerId) {
        return withTag(payers.get(payerId));
    }

    @PUT
    @Path("{payerId}")
    @Audited("payer")
    @PermissionsAllowed("payer:write")
    @Operation(operationId = "updatePayer", summary = "Describe a payer anew")
    @APIResponse(
            responseCode = "200",
            description = "The payer as it is now",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = PayerView.class),
                            examples = @ExampleObject(name = "payer", value = PayerView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "The organization has this payer")
    public RestResponse<PayerView> update(
            @RestPath UUID payerId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON,
                                            schema = @Schema(implementation = PayerDetails.class),
                                            examples = @ExampleObject(name = "payer", value = PayerDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PayerDetails details) {
        return withTag(payers.describe(payerId, details, revision));
    }

    private static RestResponse<PayerView> withTag(PayerView payer) {
        return ResponseBuilder.ok(payer).header(ETAG, payer.etag()).build();
    }
}
