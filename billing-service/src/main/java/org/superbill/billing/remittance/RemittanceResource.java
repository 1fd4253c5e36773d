package org.superbill.billing.remittance;

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

@Path("/api/v1/remittances")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance")
@Idempotent
class RemittanceResource {
    static final String REMITTANCE = """
            {"id":"0199d0a0-0000-7000-8000-000000000061","state":"posted","explanation":"Posted","traceNumber":"1000001","originator":"1999999999",
            "payerName":"Key Insurance","payeeIdentifier":"1234567893","paymentCents":4400,"paymentDate":"2026-03-03","paymentMethod":"ACH",
            "claimsPaidCents":4400,"providerAdjustmentsCents":0,"disagreements":[],"providerAdjustments":[],
            "claims":[{"position":1,"claimNumber":"SB1000000V1","claimId":"0199d0a0-0000-7000-8000-000000000031","claimVersion":1,"statusCode":"1","chargeCents":5500,
            "paidCents":4400,"patientResponsibilityCents":0,"payerClaimNumber":"PCN0000001","adjudication":"paid","posting":"posted","matchedBy":"control-number",
            "adjustments":[{"lineNumber":1,"group":"CO","carc":"45","rarcs":[],"reason":"The charge is above what the contract allows","amountCents":500}]}],
            "source":"835","x12FileId":"0199d0a0-0000-7000-8000-000000000091","position":1,"transactionControlNumber":"0001","receivedAt":"2026-03-03T09:00:00Z","revision":0}""";
    private static final String WHY = "{\"reason\":\"The bank shows the deposit of 3 March\"}";
    private static final String IF_MATCH = "If-Match";

    private final Remittances remittances;
    private final RemittanceDecisions decisions;
    private final PostingUndo undo;

    RemittanceResource(Remittances remittances, RemittanceDecisions decisions, PostingUndo undo) {
        this.remittances = remittances;
        this.decisions = decisions;
        this.undo = undo;
    }

    /** Why a person decides so; without patient data. */
    @Schema(name = "RemittanceReason")
    record WithReason(@NotBlank @Size(max = 200) String reason) {}

    /**
     * Why a person posts it, without patient data.
     *
     * @param payerId whose payment it is, where its claims do not say so: one that a payer has passed them on to may be none of the encounter's
     * @param rememberName whether the payer named here remits under the payment's name (N102) from now on; absent: no
     */
    @Schema(name = "RemittanceAcceptance")
    record Acceptance(
            @NotBlank @Size(max = 200) String reason,
            @Nullable UUID payerId,
            @Nullable Boolean rememberName) {
        boolean remembersName() {
            return Boolean.TRUE.equals(rememberName);
        }
    }

    @GET
    @PermissionsAllowed("remittance:read")
    @Operation(
            operationId = "listRemittances",
            summary = "Payments of payers, in the order in which they came",
            description =
                    "With `state` those in it, e.g. `waiting` and `quarantined`, of which nothing is posted until a person has looked.")
    @APIResponse(
            responseCode = "200",
            description = "A page of remittances, without their claims",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.Listed.class),
                            examples =
                                    @ExampleObject(name = "remittances", value = "{\"items\":[" + REMITTANCE + "]}")))
    public Page<RemittanceView> list(@RestQuery Remittance.@Nullable State state, @BeanParam PageRequest page) {
        return remittances.list(state, page);
    }

    @GET
    @Path("{remittanceId}")
    @PermissionsAllowed("remittance:read")
    @Operation(operationId = "getRemittance", summary = "A payment with its claims, or with the sums that disagree")
    @APIResponse(
            responseCode = "200",
            description = "The remittance; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    public RestResponse<RemittanceView> get(@RestPath UUID remittanceId) {
        return answer(remittances.get(remittanceId));
    }

    @POST
    @Path("{remittanceId}/post-unapplied")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "postRemittanceUnapplied",
            summary = "Post the cash of a quarantined or waiting payment to unapplied",
            description =
                    "The payment (BPR02) becomes cash: what PLB says goes to its own accounts, and the rest is of claims that are not known yet; no claim changes. Of a payment that went there whole, as it was done before, PLB is posted now. What stays there is a poster's (deadline unapplied-payment). When the payer sends the same money in a sound form, that one waits, and accepting it takes this cash back from unapplied.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The remittance with the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceView> postUnapplied(
            @RestPath UUID remittanceId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(decisions.postUnapplied(remittanceId, expected, why.reason()));
    }

    @POST
    @Path("{remittanceId}/accept")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "acceptRemittance",
            summary = "Post a waiting payment: it is money of its own",
            description =
                    "It is posted like any other payment. Where the cash of the same money is in unapplied, that is taken back first. A claim that a payer has passed on may be paid by one that its encounter does not name: say which. With rememberName that payer is known by the payment's name from then on (GET /remittances/names), so that its next payments are posted by themselves.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Acceptance.class),
                            examples = @ExampleObject(name = "acceptance", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The remittance with the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "400", description = "validation-failed")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceView> accept(
            @RestPath UUID remittanceId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Acceptance acceptance) {
        return answer(decisions.accept(remittanceId, expected, acceptance));
    }

    @POST
    @Path("{remittanceId}/discard")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "discardRemittance",
            summary = "Set a quarantined or waiting payment aside: it is no money",
            description = "Nothing is posted.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The remittance with the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceView> discard(
            @RestPath UUID remittanceId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(decisions.discard(remittanceId, expected, why.reason()));
    }

    @POST
    @Path("{remittanceId}/undo")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "undoRemittance",
            summary = "Take the whole posting of a payment back",
            description =
                    "Each of its entries is reversed, its claims need a person's eye, and a deposit that it was matched with is open again. The same money may be posted again. What a later payment has changed is undone first.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The remittance with the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceView> undo(
            @RestPath UUID remittanceId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(undo.undo(remittanceId, expected, why.reason()));
    }

    private static RestResponse<RemittanceView> answer(RemittanceView remittance) {
        return ResponseBuilder.ok(remittance)
                .header("ETag", new Revision(remittance.revision()).etag())
                .build();
    }
}
