package org.superbill.billing.denial;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.deadline.AppealLimit;
import org.superbill.billing.deadline.AppealLimits;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.IfStored;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/appeal-limits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
@Idempotent
class AppealLimitResource {
    private static final String LIMIT =
            "{\"payerId\":\"0199d0a0-0000-7000-8000-000000000041\",\"level\":\"internal-appeal\",\"days\":90}";

    private final AppealLimits limits;

    AppealLimitResource(AppealLimits limits) {
        this.limits = limits;
    }

    /** What a payer's contract gives. */
    @Schema(name = "AppealLimitRequest")
    record Put(
            @Schema(description = "From the date of the decision") @NotNull @Min(1) @Max(3650)
            Integer days) {}

    /** What a payer's contract gives to appeal at a level. */
    @Schema(name = "AppealLimit")
    record View(UUID payerId, AppealLevel level, int days) {
        static View of(AppealLimit limit) {
            return new View(limit.payerId(), AppealLevel.valueOf(limit.level()), limit.days());
        }
    }

    /** Every limit; an organization has few. */
    @Schema(name = "AppealLimits")
    record Views(List<View> items) {}

    @GET
    @PermissionsAllowed("deadline:read")
    @Operation(
            operationId = "listAppealLimits",
            summary = "What payers' contracts give to appeal where it differs from the law")
    @APIResponse(
            responseCode = "200",
            description = "Every limit",
            content =
                    @Content(
                            schema = @Schema(implementation = Views.class),
                            examples = @ExampleObject(name = "limits", value = "{\"items\":[" + LIMIT + "]}")))
    public Views list() {
        return new Views(limits.list().stream().map(View::of).toList());
    }

    @GET
    @Path("{payerId}/{level}")
    @PermissionsAllowed("deadline:read")
    @Operation(operationId = "getAppealLimit", summary = "What a payer's contract gives to appeal at a level")
    @APIResponse(
            responseCode = "200",
            description = "The limit; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "limit", value = LIMIT)))
    @APIResponse(responseCode = "404", description = "appeal-limit-not-found")
    public RestResponse<View> get(@RestPath UUID payerId, @RestPath AppealLevel level) {
        return answer(limits.find(payerId, level.name())
                .orElseThrow(() -> new Problem(
                        DenialProblem.APPEAL_LIMIT_NOT_FOUND, "Nothing is entered for this payer and level")));
    }

    @PUT
    @Path("{payerId}/{level}")
    @Audited("appeal-limit")
    @PermissionsAllowed("deadline:write")
    @Operation(
            operationId = "putAppealLimit",
            summary = "Enter or change what a payer's contract gives to appeal at a level",
            description =
                    "It holds for what is decided from now on. Medicare's days are the law's. A change needs If-Match, the first entry does not.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Put.class),
                            examples = @ExampleObject(name = "ninety days", value = "{\"days\":90}")))
    @APIResponse(
            responseCode = "200",
            description = "The limit",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "limit", value = LIMIT)))
    @APIResponse(responseCode = "422", description = "appeal-limit-is-law")
    public RestResponse<View> put(
            @RestPath @Registered(Registered.As.PAYER) UUID payerId,
            @RestPath AppealLevel level,
            @RestHeader("If-Match") @IfStored @Nullable Revision expected,
            @Valid @NotNull Put request) {
        if (level.isLaw()) {
            throw new Problem(DenialProblem.APPEAL_LIMIT_IS_LAW, "This is a level of Medicare");
        }
        return answer(limits.put(payerId, level.name(), request.days(), expected));
    }

    private static RestResponse<View> answer(AppealLimit limit) {
        return ResponseBuilder.ok(View.of(limit))
                .header("ETag", new Revision(limit.revision()).etag())
                .build();
    }
}
