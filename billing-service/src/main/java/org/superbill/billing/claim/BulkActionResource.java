package org.superbill.billing.claim;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/claims/bulk-actions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Audited("bulk-action")
@Idempotent
class BulkActionResource {
    private static final String ASK =
            "{\"query\":{\"transport\":\"ready\",\"payerId\":\"0199d0a0-0000-7000-8000-000000000041\"},\"action\":\"submit\"}";
    private static final String VIEW = """
            {"id":"0199d0a0-0000-7000-8000-000000000091","action":"submit",
            "query":{"transport":"ready","payerId":"0199d0a0-0000-7000-8000-000000000041"},"requestedBy":"biller-1",
            "requestedAt":"2026-03-02T15:04:05Z","total":120,"waiting":20,"done":98,"failed":2}""";
    private static final String FAILURES = """
            {"items":[{"claimId":"0199d0a0-0000-7000-8000-000000000031","problem":"claim-step-not-allowed",
            "detail":"Somebody holds this version"}]}""";

    private final BulkActions actions;

    BulkActionResource(BulkActions actions) {
        this.actions = actions;
    }

    /** A step for all claims of a query. */
    @Schema(name = "BulkActionRequest")
    record Ask(
            @NotNull @Valid ClaimFilter query,
            @NotNull ClaimAction.Kind action,

            @Schema(description = "Every step but submit, correct and bill-next-payer needs one")
            @Nullable
            @Size(max = 200)
            String reason,

            @Schema(description = "SBR05, for bill-next-payer where Medicare is billed after another payer")
            @Nullable
            @Pattern(regexp = "12|13|14|15|16|41|42|43|47")
            String insuranceType) {}

    @POST
    @PermissionsAllowed(
            value = {"claim:write", "claim:submit"},
            inclusive = true)
    @Operation(
            operationId = "startBulkAction",
            summary = "The same step for all claims of a query",
            description =
                    "The claims that the query finds now are written down, 100,000 at most, and then done one after the other, each as if it were asked for alone. A claim that the step is not allowed for fails and says why; the others go on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Ask.class),
                            examples = @ExampleObject(name = "submit what is ready", value = ASK)))
    @APIResponse(
            responseCode = "202",
            description = "The bulk action; ask for it again to see how far it is",
            content =
                    @Content(
                            schema = @Schema(implementation = BulkActionView.class),
                            examples = @ExampleObject(name = "bulk action", value = VIEW)))
    public RestResponse<BulkActionView> start(@Valid @NotNull Ask ask) {
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                actions.ask(ask.query(), new ClaimAction(ask.action(), ask.reason(), ask.insuranceType())));
    }

    @GET
    @Path("{bulkActionId}")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getBulkAction", summary = "A bulk action and how far it is")
    @APIResponse(
            responseCode = "200",
            description = "The bulk action",
            content =
                    @Content(
                            schema = @Schema(implementation = BulkActionView.class),
                            examples = @ExampleObject(name = "bulk action", value = VIEW)))
    @APIResponse(responseCode = "404", description = "bulk-action-not-found")
    public BulkActionView get(@RestPath UUID bulkActionId) {
        return actions.get(bulkActionId);
    }

    @GET
    @Path("{bulkActionId}/failures")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listBulkActionFailures", summary = "The claims that the step was refused for, and why")
    @APIResponse(
            responseCode = "200",
            description = "A page of failures",
            content =
                    @Content(
                            schema = @Schema(implementation = BulkActionView.Failures.class),
                            examples = @ExampleObject(name = "failures", value = FAILURES)))
    @APIResponse(responseCode = "404", description = "bulk-action-not-found")
    public Page<BulkActionView.Failure> failures(@RestPath UUID bulkActionId, @BeanParam PageRequest page) {
        return actions.failures(bulkActionId, page);
    }

    @POST
    @Path("{bulkActionId}/retry")
    @PermissionsAllowed(
            value = {"claim:write", "claim:submit"},
            inclusive = true)
    @Operation(operationId = "retryBulkAction", summary = "Try again what has failed")
    @APIResponse(
            responseCode = "202",
            description = "The bulk action",
            content =
                    @Content(
                            schema = @Schema(implementation = BulkActionView.class),
                            examples = @ExampleObject(name = "bulk action", value = VIEW)))
    @APIResponse(responseCode = "404", description = "bulk-action-not-found")
    public RestResponse<BulkActionView> retry(@RestPath UUID bulkActionId) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, actions.retry(bulkActionId));
    }
}
