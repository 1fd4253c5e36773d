package org.superbill.billing.deposit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/deposits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deposits")
@Audited("deposit")
@Idempotent
class DepositResource {
    static final String PAYMENT = """
            {"id":"0199d0a0-0000-7000-8000-000000000061","traceNumber":"1000001","originator":"1999999999","name":"Key Insurance","amountCents":4400,
            "announcedOn":"2026-03-03","ageDays":1,"depositId":"0199d0a0-0000-7000-8000-0000000000b1","matchedBy":"trace","matchedAt":"2026-03-04T09:00:00Z"}""";
    private static final String DEPOSIT = """
            {"id":"0199d0a0-0000-7000-8000-0000000000b1","state":"cleared","shownOn":"2026-03-04","ageDays":0,"amountCents":4400,"clearingCents":0,
            "description":"KEY INSURANCE HCCLAIMPMT","traceNumber":"1000001","originator":"1999999999","payments":[""" + PAYMENT + """
            ],"receivedAt":"2026-03-04T09:00:00Z","revision":1}""";
    private static final String IF_MATCH = "If-Match";

    private final Deposits deposits;

    DepositResource(Deposits deposits) {
        this.deposits = deposits;
    }

    /** @param paymentIds remittances, or refunds that were sent */
    @Schema(name = "DepositPayments")
    record Payments(@NotEmpty @Size(max = 1000) List<@NotNull UUID> paymentIds) {}

    /** @param reason in a person's words, without patient data */
    @Schema(name = "DepositTakingBack")
    record TakingBack(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @PermissionsAllowed("deposit:read")
    @Operation(
            operationId = "listDeposits",
            summary = "Lines of the bank's statement, with what they were matched with",
            description = "An open deposit has its age; what it holds in the clearing account is clearingCents.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deposits, in the order in which they came",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.Listed.class),
                            examples = @ExampleObject(name = "deposits", value = "{\"items\":[" + DEPOSIT + "]}")))
    public Page<DepositView> list(@RestQuery Deposit.@Nullable State state, @BeanParam PageRequest page) {
        return deposits.list(state, page);
    }

    @GET
    @Path("{depositId}")
    @PermissionsAllowed("deposit:read")
    @Operation(operationId = "getDeposit", summary = "A line of the bank's statement")
    @APIResponse(
            responseCode = "200",
            description = "The deposit; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    public RestResponse<DepositView> get(@RestPath UUID depositId) {
        return answer(deposits.get(depositId));
    }

    @POST
    @Path("{depositId}/match")
    @PermissionsAllowed("deposit:write")
    @Operation(
            operationId = "matchDeposit",
            summary = "Say which payments a deposit is",
            description = "Their sum has to be the deposit's, so that its clearing returns to zero.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Payments.class),
                            examples =
                                    @ExampleObject(
                                            name = "payments",
                                            value = "{\"paymentIds\":[\"0199d0a0-0000-7000-8000-000000000061\"]}")))
    @APIResponse(
            responseCode = "200",
            description = "The deposit",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    @APIResponse(responseCode = "409", description = "deposit-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "deposit-differs")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<DepositView> match(
            @RestPath UUID depositId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Payments payments) {
        return answer(deposits.match(depositId, expected, payments.paymentIds()));
    }

    @POST
    @Path("{depositId}/unmatch")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed("deposit:write")
    @Operation(operationId = "unmatchDeposit", summary = "Open a deposit again that was matched wrongly")
    @APIResponse(
            responseCode = "200",
            description = "The deposit",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    @APIResponse(responseCode = "409", description = "deposit-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<DepositView> unmatch(
            @RestPath UUID depositId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return answer(deposits.unmatch(depositId, expected));
    }

    /** Which deposit the bank takes back. */
    @Schema(name = "DepositReturned")
    record Returned(@NotNull UUID depositId) {}

    @POST
    @Path("{depositId}/return")
    @PermissionsAllowed("deposit:write")
    @Operation(
            operationId = "returnDeposit",
            summary = "Say which deposit a returned item takes back",
            description =
                    "A line below zero, as of a check that was not paid, takes back a deposit of the same amount: what that was matched with is awaited again, and both lines are cleared.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Returned.class),
                            examples =
                                    @ExampleObject(
                                            name = "returned",
                                            value = "{\"depositId\":\"0199d0a0-0000-7000-8000-000000000071\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The returned item, cleared",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    @APIResponse(responseCode = "409", description = "deposit-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "deposit-differs")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<DepositView> returns(
            @RestPath UUID depositId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Returned returned) {
        return answer(deposits.returns(depositId, expected, returned.depositId()));
    }

    @POST
    @Path("{depositId}/another")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed("deposit:write")
    @Operation(
            operationId = "addAnotherDeposit",
            summary = "Say that the bank has shown another deposit that is equal in everything",
            description =
                    "An equal line in a later file counts as the same deposit again. Where it was another one, as two patients' checks of one amount on a day, it is added here. Not for money with a trace number.")
    @APIResponse(
            responseCode = "200",
            description = "The other deposit, open",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    @APIResponse(responseCode = "409", description = "deposit-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<DepositView> another(
            @RestPath UUID depositId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return answer(deposits.another(depositId, expected));
    }

    @POST
    @Path("{depositId}/take-back")
    @PermissionsAllowed("deposit:write")
    @Operation(
            operationId = "takeDepositBack",
            summary = "Take back an open deposit that was added by mistake",
            description = "Only one that a person has added: what a file of the bank has stays.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TakingBack.class),
                            examples =
                                    @ExampleObject(
                                            name = "reason",
                                            value = "{\"reason\":\"The second file was the first one again\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The deposit, taken back",
            content =
                    @Content(
                            schema = @Schema(implementation = DepositView.class),
                            examples = @ExampleObject(name = "deposit", value = DEPOSIT)))
    @APIResponse(responseCode = "404", description = "deposit-not-found")
    @APIResponse(responseCode = "409", description = "deposit-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<DepositView> takeBack(
            @RestPath UUID depositId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull TakingBack why) {
        return answer(deposits.takeBack(depositId, expected, why.reason()));
    }

    private static RestResponse<DepositView> answer(DepositView deposit) {
        return ResponseBuilder.ok(deposit)
                .header("ETag", new Revision(deposit.revision()).etag())
                .build();
    }
}
