package org.superbill.billing.adjustment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/ledger/adjustments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("ledger-adjustment")
@Idempotent
class AdjustmentResource {
    private static final String ADJUSTMENT = """
            {"id":"0199d0a0-0000-7000-8000-0000000000a1","kind":"write-off-insurance","reason":"small-balance","note":"Not worth an appeal",
            "claimId":"0199d0a0-0000-7000-8000-000000000031","patientId":"0199d0a0-0000-7000-8000-000000000011",
            "payerId":"0199d0a0-0000-7000-8000-000000000021","amountCents":480,"authority":"biller","postedBy":"ann",
            "postedAt":"2026-04-02T15:04:00Z","entryId":"0199d0a0-0000-7000-8000-000000000051"}""";

    private final Adjustments adjustments;

    AdjustmentResource(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /**
     * What is to be moved.
     *
     * @param payerId who owes it; may be left out where one payer only does
     * @param toPayerId who is to owe it, for the kinds that pass it to a payer
     * @param note why, without patient data
     */
    @Schema(name = "NewLedgerAdjustment")
    record NewAdjustment(
            @NotNull AdjustmentKind kind,
            @NotNull AdjustmentReason reason,
            @NotNull UUID claimId,
            @Nullable UUID payerId,
            @Nullable UUID toPayerId,
            @NotNull @Positive @Max(9_999_999_999L) Long amountCents,
            @Size(max = 200) @Nullable String note) {}

    /** Why it is taken back; without patient data. */
    @Schema(name = "LedgerAdjustmentReversal")
    record Reversal(@NotBlank @Size(max = 200) String note) {}

    @POST
    @PermissionsAllowed("ledger:adjust")
    @Operation(
            operationId = "postLedgerAdjustment",
            summary = "Write off, transfer or send to collections what is owed for a claim",
            description =
                    "By a named person, with a reason, within the limit of a role of theirs. Never more than is owed; and what a payer has decided never becomes the patient's by hand.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewAdjustment.class),
                            examples = @ExampleObject(name = "a small balance", value = """
                                                    {"kind":"write-off-insurance","reason":"small-balance","claimId":"0199d0a0-0000-7000-8000-000000000031",
                                                    "amountCents":480,"note":"Not worth an appeal"}""")))
    @APIResponse(
            responseCode = "201",
            description = "It is in the books",
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustmentView.class),
                            examples = @ExampleObject(name = "adjustment", value = ADJUSTMENT)))
    @APIResponse(responseCode = "403", description = "adjustment-above-limit")
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(
            responseCode = "422",
            description = "adjustment-above-balance, adjustment-reason-not-fitting, adjustment-patient-not-responsible")
    public RestResponse<AdjustmentView> post(@Valid @NotNull NewAdjustment wanted) {
        var posted = adjustments.post(new Adjustments.Wanted(
                wanted.kind(),
                wanted.reason(),
                wanted.claimId(),
                wanted.payerId(),
                wanted.toPayerId(),
                wanted.amountCents(),
                wanted.note()));
        return RestResponse.status(RestResponse.Status.CREATED, posted);
    }

    @POST
    @Path("{adjustmentId}/reverse")
    @PermissionsAllowed("ledger:adjust")
    @Operation(
            operationId = "reverseLedgerAdjustment",
            summary = "Take an adjustment back, by a reversal with a reason")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reversal.class),
                            examples = @ExampleObject(name = "why", value = "{\"note\":\"The payer paid after all\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The reversal, an adjustment of its own",
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustmentView.class),
                            examples = @ExampleObject(name = "adjustment", value = ADJUSTMENT)))
    @APIResponse(responseCode = "404", description = "adjustment-not-found")
    @APIResponse(responseCode = "409", description = "adjustment-reversed")
    @APIResponse(responseCode = "422", description = "adjustment-patient-not-responsible")
    public RestResponse<AdjustmentView> reverse(@RestPath UUID adjustmentId, @Valid @NotNull Reversal reversal) {
        return RestResponse.status(RestResponse.Status.CREATED, adjustments.reverse(adjustmentId, reversal.note()));
    }

    @GET
    @PermissionsAllowed("ledger:read")
    @Operation(operationId = "listLedgerAdjustments", summary = "What persons moved in the books, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of adjustments",
            content =
                    @Content(
                            schema = @Schema(implementation = AdjustmentView.Listed.class),
                            examples =
                                    @ExampleObject(name = "adjustments", value = "{\"items\":[" + ADJUSTMENT + "]}")))
    public Page<AdjustmentView> list(@RestQuery @Nullable UUID claimId, @BeanParam PageRequest page) {
        return adjustments.list(claimId, page);
    }
}
