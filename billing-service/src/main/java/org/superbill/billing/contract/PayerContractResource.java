package org.superbill.billing.contract;

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

/** What payers have agreed to allow. */
@Path("/api/v1/payer-contracts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Prices")
class PayerContractResource {
    private final PayerContracts contracts;

    PayerContractResource(PayerContracts contracts) {
        this.contracts = contracts;
    }

    @POST
    @Audited("payer-contract")
    @PermissionsAllowed("payer-contract:write")
    @Operation(operationId = "createPayerContract", summary = "Enter what a payer has agreed to allow")
    @APIResponse(
            responseCode = "201",
            description = "The contract, with its id",
            content =
                    @Content(
                            schema = @Schema(implementation = PayerContract.class),
                            examples = @ExampleObject(name = "contract", value = PayerContract.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "payer-contract-duplicate")
    public RestResponse<PayerContract> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PayerContractDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "contract",
                                                            value = PayerContractDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PayerContractDetails details) {
        var created = contracts.create(details);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/v1/payer-contracts/" + created.id()))
                .header("ETag", created.etag())
                .build();
    }

    @GET
    @PermissionsAllowed("payer-contract:read")
    @Operation(operationId = "listPayerContracts", summary = "Contracts, without their rates")
    @APIResponse(
            responseCode = "200",
            description = "A page of contracts",
            content =
                    @Content(
                            schema = @Schema(implementation = PayerContract.Listed.class),
                            examples = @ExampleObject(name = "page", value = PayerContract.PAGE)))
    public Page<PayerContract> list(@RestQuery @Nullable UUID payerId, @BeanParam PageRequest page) {
        return contracts.list(payerId, page);
    }

    @GET
    @Path("{contractId}")
    @PermissionsAllowed("payer-contract:read")
    @Operation(operationId = "getPayerContract", summary = "A contract with its rates")
    @APIResponse(
            responseCode = "200",
            description = "The contract; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = PayerContract.class),
                            examples = @ExampleObject(name = "contract", value = PayerContract.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "payer-contract-not-found")
    public RestResponse<PayerContract> get(@RestPath UUID contractId) {
        return withTag(contracts.get(contractId));
    }

    @PUT
    @Path("{contractId}")
    @Audited("payer-contract")
    @PermissionsAllowed("payer-contract:write")
    @Operation(operationId = "replacePayerContract", summary = "Say a contract anew")
    @APIResponse(
            responseCode = "200",
            description = "The contract as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = PayerContract.class),
                            examples = @ExampleObject(name = "contract", value = PayerContract.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "payer-contract-not-found")
    @APIResponse(responseCode = "409", description = "payer-contract-duplicate")
    public RestResponse<PayerContract> replace(
            @RestPath UUID contractId,
            @RestHeader(IF_MATCH) @Nullable Revision revision,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PayerContractDetails.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "contract",
                                                            value = PayerContractDetails.EXAMPLE)))
                    @NotNull
                    @Valid
                    PayerContractDetails details) {
        return withTag(contracts.replace(contractId, details, revision));
    }

    private static RestResponse<PayerContract> withTag(PayerContract contract) {
        return ResponseBuilder.ok(contract).header("ETag", contract.etag()).build();
    }
}
