package org.superbill.billing.adjustment;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/ledger/write-off-limits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Idempotent
class WriteOffLimitResource {
    private static final String LIMITS = "{\"posterCents\":1000,\"billerCents\":5000}";

    private final Adjustments adjustments;

    WriteOffLimitResource(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @GET
    @PermissionsAllowed("ledger:read")
    @Operation(operationId = "getWriteOffLimits", summary = "How much of one claim each role may give up")
    @APIResponse(
            responseCode = "200",
            description = "The limits; an absent one is none",
            content =
                    @Content(
                            schema = @Schema(implementation = WriteOffLimitsView.class),
                            examples = @ExampleObject(name = "limits", value = LIMITS)))
    public RestResponse<WriteOffLimitsView> get() {
        return answer(adjustments.limits());
    }

    @PUT
    @Audited("write-off-limits")
    @PermissionsAllowed("ledger:limit")
    @Operation(operationId = "setWriteOffLimits", summary = "Say how much of one claim each role may give up")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WriteOffLimitsView.class),
                            examples = @ExampleObject(name = "limits", value = LIMITS)))
    @APIResponse(
            responseCode = "200",
            description = "The limits",
            content =
                    @Content(
                            schema = @Schema(implementation = WriteOffLimitsView.class),
                            examples = @ExampleObject(name = "limits", value = LIMITS)))
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<WriteOffLimitsView> set(
            @RestHeader("If-Match") @Nullable Revision expected, @Valid @NotNull WriteOffLimitsView limits) {
        return answer(adjustments.limit(limits, expected));
    }

    private static RestResponse<WriteOffLimitsView> answer(Adjustments.Limits limits) {
        return ResponseBuilder.ok(limits.limits())
                .header("ETag", limits.revision().etag())
                .build();
    }
}
