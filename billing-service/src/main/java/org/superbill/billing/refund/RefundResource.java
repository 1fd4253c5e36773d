package org.superbill.billing.refund;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
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

@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refunds")
@Audited("refund")
@Idempotent
class RefundResource {
    private static final String REFUND = """
            {"id":"0199d0a0-0000-7000-8000-0000000000c1","claimId":"0199d0a0-0000-7000-8000-000000000031","patientId":"0199d0a0-0000-7000-8000-000000000011",
            "payerId":"0199d0a0-0000-7000-8000-000000000041","against":"claim","amountCents":4400,"payerReference":"L-2026-77","payerClaimNumber":"PCN0000001",
            "reason":"Paid twice","requestedOn":"2026-04-01","dueOn":"2026-05-01","state":"requested","requestedBy":"poster","revision":0}""";
    private static final String WHY = "{\"reason\":\"The claim was paid twice\"}";
    private static final String IF_MATCH = "If-Match";

    private final Refunds refunds;

    RefundResource(Refunds refunds) {
        this.refunds = refunds;
    }

    /** Why a person decides so; without patient data. */
    @Schema(name = "RefundReason")
    record WithReason(@NotBlank @Size(max = 200) String reason) {}

    /** How the money has left. */
    @Schema(name = "RefundPayment")
    record Paid(
            @NotBlank @Size(max = 30) String checkNumber,
            @NotNull LocalDate paidOn) {}

    @GET
    @Path("credit-balances")
    @PermissionsAllowed("refund:read")
    @Operation(
            operationId = "listCreditBalances",
            summary = "Claims, and patients beside any claim, for which too much was paid, and by whom")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims with their credits",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditView.Listed.class),
                            examples = @ExampleObject(name = "credits", value = """
                                                    {"items":[{"claimId":"0199d0a0-0000-7000-8000-000000000031","credits":[
                                                    {"payerId":"0199d0a0-0000-7000-8000-000000000041","patientId":"0199d0a0-0000-7000-8000-000000000011","creditCents":4400}]}]}""")))
    public Page<CreditView> credits(@BeanParam PageRequest page) {
        return refunds.credits(page);
    }

    @GET
    @Path("refunds")
    @PermissionsAllowed("refund:read")
    @Operation(operationId = "listRefunds", summary = "What is owed back, was asked back, and was sent")
    @APIResponse(
            responseCode = "200",
            description = "A page of refunds, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.Listed.class),
                            examples = @ExampleObject(name = "refunds", value = "{\"items\":[" + REFUND + "]}")))
    public Page<RefundView> list(
            @RestQuery Refund.@Nullable State state, @RestQuery @Nullable UUID claimId, @BeanParam PageRequest page) {
        return refunds.list(state, claimId, page);
    }

    @GET
    @Path("refunds/{refundId}")
    @PermissionsAllowed("refund:read")
    @Operation(operationId = "getRefund", summary = "A refund and where it stands")
    @APIResponse(
            responseCode = "200",
            description = "The refund; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    public RestResponse<RefundView> get(@RestPath UUID refundId) {
        return answer(refunds.get(refundId));
    }

    @POST
    @Path("refunds")
    @PermissionsAllowed("refund:write")
    @Operation(
            operationId = "requestRefund",
            summary = "Record a payer's letter that asks for money, or a credit that is to be sent back",
            description = "Nothing is posted until it is approved.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RefundDetails.class),
                            examples = @ExampleObject(name = "letter", value = """
                                                    {"claimId":"0199d0a0-0000-7000-8000-000000000031","to":"payer","amountCents":4400,"payerReference":"L-2026-77",
                                                    "payerClaimNumber":"PCN0000001","reason":"Paid twice","requestedOn":"2026-04-01","dueOn":"2026-05-01"}""")))
    @APIResponse(
            responseCode = "201",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "409", description = "refund-duplicate")
    @APIResponse(responseCode = "422", description = "refund-claim-not-found, refund-above-credit")
    public RestResponse<RefundView> request(@Valid @NotNull RefundDetails details) {
        var refund = refunds.request(details);
        return ResponseBuilder.create(RestResponse.Status.CREATED, refund)
                .location(URI.create("/api/v1/refunds/" + refund.id()))
                .header("ETag", new Revision(refund.revision()).etag())
                .build();
    }

    @POST
    @Path("refunds/{refundId}/approve")
    @PermissionsAllowed("refund:approve")
    @Operation(
            operationId = "approveRefund",
            summary = "Say that it is owed",
            description = "It is in the books as payable then, and the credit is gone.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    @APIResponse(responseCode = "409", description = "refund-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RefundView> approve(
            @RestPath UUID refundId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(refunds.approve(refundId, expected, why.reason()));
    }

    @POST
    @Path("refunds/{refundId}/dispute")
    @PermissionsAllowed("refund:write")
    @Operation(
            operationId = "disputeRefund",
            summary = "Say that it is not owed, as the payer is told",
            description = "Nothing is posted.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    @APIResponse(responseCode = "409", description = "refund-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RefundView> dispute(
            @RestPath UUID refundId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(refunds.dispute(refundId, expected, why.reason()));
    }

    @POST
    @Path("refunds/{refundId}/withdraw")
    @PermissionsAllowed("refund:write")
    @Operation(
            operationId = "withdrawRefund",
            summary = "Nothing is owed after all",
            description = "What was posted when it was approved is reversed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    @APIResponse(responseCode = "409", description = "refund-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RefundView> withdraw(
            @RestPath UUID refundId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(refunds.withdraw(refundId, expected, why.reason()));
    }

    @POST
    @Path("refunds/{refundId}/pay")
    @PermissionsAllowed("refund:write")
    @Operation(
            operationId = "payRefund",
            summary = "The check or the transfer has left",
            description = "The bank's statement has to show it then (expected-payments).")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Paid.class),
                            examples =
                                    @ExampleObject(
                                            name = "check",
                                            value = "{\"checkNumber\":\"20417\",\"paidOn\":\"2026-04-10\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    @APIResponse(responseCode = "409", description = "refund-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RefundView> pay(
            @RestPath UUID refundId, @RestHeader(IF_MATCH) @Nullable Revision expected, @Valid @NotNull Paid paid) {
        return answer(refunds.pay(refundId, expected, paid.checkNumber(), paid.paidOn()));
    }

    @POST
    @Path("refunds/{refundId}/return")
    @PermissionsAllowed("refund:write")
    @Operation(
            operationId = "returnRefund",
            summary = "The check was stopped or is void, or the money has come back",
            description =
                    "It is owed still: it can be paid again, or withdrawn. What the bank has shown already is awaited back.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = "{\"reason\":\"The check was stopped\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The refund",
            content =
                    @Content(
                            schema = @Schema(implementation = RefundView.class),
                            examples = @ExampleObject(name = "refund", value = REFUND)))
    @APIResponse(responseCode = "404", description = "refund-not-found")
    @APIResponse(responseCode = "409", description = "refund-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RefundView> returned(
            @RestPath UUID refundId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(refunds.returned(refundId, expected, why.reason()));
    }

    private static RestResponse<RefundView> answer(RefundView refund) {
        return ResponseBuilder.ok(refund)
                .header("ETag", new Revision(refund.revision()).etag())
                .build();
    }
}
