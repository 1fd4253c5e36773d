package org.superbill.billing.underpayment;

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

@Path("/api/v1/underpayments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Underpayments")
@Audited("underpayment")
@Idempotent
class UnderpaymentResource {
    private static final String CASE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000a1","claimId":"0199d0a0-0000-7000-8000-000000000031","lineNumber":1,
            "remittanceId":"0199d0a0-0000-7000-8000-000000000061","payerId":"0199d0a0-0000-7000-8000-000000000041",
            "expectedCents":9200,"allowedCents":8800,"shortfallCents":400,"told":true,"state":"open","foundAt":"2026-03-03T09:00:00Z","revision":0}""";
    private static final String WHY = "{\"reason\":\"The fee schedule of January applies\"}";
    private static final String IF_MATCH = "If-Match";

    private final Underpayments underpayments;

    UnderpaymentResource(Underpayments underpayments) {
        this.underpayments = underpayments;
    }

    /** Why a person decides so; without patient data. */
    @Schema(name = "UnderpaymentReason")
    record WithReason(@NotBlank @Size(max = 200) String reason) {}

    @GET
    @PermissionsAllowed("underpayment:read")
    @Operation(
            operationId = "listUnderpayments",
            summary = "Lines that payers allowed less than their contracts say",
            description =
                    "Sequestration (CO-253) and the patient's part are no underpayment: they come off what is allowed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cases, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = UnderpaymentView.Listed.class),
                            examples = @ExampleObject(name = "underpayments", value = "{\"items\":[" + CASE + "]}")))
    public Page<UnderpaymentView> list(
            @RestQuery Underpayment.@Nullable State state,
            @RestQuery @Nullable UUID claimId,
            @BeanParam PageRequest page) {
        return underpayments.list(state, claimId, page);
    }

    @GET
    @Path("{underpaymentId}")
    @PermissionsAllowed("underpayment:read")
    @Operation(operationId = "getUnderpayment", summary = "A case with its amounts")
    @APIResponse(
            responseCode = "200",
            description = "The case; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = UnderpaymentView.class),
                            examples = @ExampleObject(name = "underpayment", value = CASE)))
    @APIResponse(responseCode = "404", description = "underpayment-not-found")
    public RestResponse<UnderpaymentView> get(@RestPath UUID underpaymentId) {
        return answer(underpayments.get(underpaymentId));
    }

    @POST
    @Path("{underpaymentId}/dispute")
    @PermissionsAllowed("underpayment:write")
    @Operation(operationId = "disputeUnderpayment", summary = "The payer has been told")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            schema = @Schema(implementation = UnderpaymentView.class),
                            examples = @ExampleObject(name = "underpayment", value = CASE)))
    @APIResponse(responseCode = "404", description = "underpayment-not-found")
    @APIResponse(responseCode = "409", description = "underpayment-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<UnderpaymentView> dispute(
            @RestPath UUID underpaymentId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(underpayments.decide(underpaymentId, expected, Underpayment.State.DISPUTED, why.reason()));
    }

    @POST
    @Path("{underpaymentId}/recover")
    @PermissionsAllowed("underpayment:write")
    @Operation(operationId = "recoverUnderpayment", summary = "The payer has paid the rest")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            schema = @Schema(implementation = UnderpaymentView.class),
                            examples = @ExampleObject(name = "underpayment", value = CASE)))
    @APIResponse(responseCode = "404", description = "underpayment-not-found")
    @APIResponse(responseCode = "409", description = "underpayment-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<UnderpaymentView> recover(
            @RestPath UUID underpaymentId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(underpayments.decide(underpaymentId, expected, Underpayment.State.RECOVERED, why.reason()));
    }

    @POST
    @Path("{underpaymentId}/accept")
    @PermissionsAllowed("underpayment:write")
    @Operation(operationId = "acceptUnderpayment", summary = "The payer is right, or it is not worth the effort")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            schema = @Schema(implementation = UnderpaymentView.class),
                            examples = @ExampleObject(name = "underpayment", value = CASE)))
    @APIResponse(responseCode = "404", description = "underpayment-not-found")
    @APIResponse(responseCode = "409", description = "underpayment-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<UnderpaymentView> accept(
            @RestPath UUID underpaymentId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason why) {
        return answer(underpayments.decide(underpaymentId, expected, Underpayment.State.ACCEPTED, why.reason()));
    }

    private static RestResponse<UnderpaymentView> answer(UnderpaymentView underpayment) {
        return ResponseBuilder.ok(underpayment)
                .header("ETag", new Revision(underpayment.revision()).etag())
                .build();
    }
}
