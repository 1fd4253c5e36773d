package org.superbill.billing.deadline;

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
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.IfStored;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/filing-limits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
@Idempotent
class FilingLimitResource {
    private static final String LIMIT =
            "{\"payerId\":\"0199d0a0-0000-7000-8000-000000000041\",\"claimType\":\"secondary\",\"days\":90,\"countedFrom\":\"remittance\"}";

    private final FilingLimits limits;

    FilingLimitResource(FilingLimits limits) {
        this.limits = limits;
    }

    /** What a payer allows. */
    @Schema(name = "FilingLimitRequest")
    record Put(
            @NotNull @Min(1) @Max(3650) Integer days,
            @NotNull CountedFrom countedFrom) {}

    /** What a payer allows for a type of claim. */
    @Schema(name = "FilingLimit")
    record View(UUID payerId, ClaimType claimType, int days, CountedFrom countedFrom) {
        static View of(FilingLimit limit) {
            return new View(limit.payerId(), limit.claimType(), limit.days(), limit.countedFrom());
        }
    }

    /** Every limit; an organization has few. */
    @Schema(name = "FilingLimits")
    record Views(List<View> items) {}

    @GET
    @PermissionsAllowed("deadline:read")
    @Operation(operationId = "listFilingLimits", summary = "What payers allow where it differs from their profiles")
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
    @Path("{payerId}/{claimType}")
    @PermissionsAllowed("deadline:read")
    @Operation(operationId = "getFilingLimit", summary = "What a payer allows for a type of claim")
    @APIResponse(
            responseCode = "200",
            description = "The limit; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "limit", value = LIMIT)))
    @APIResponse(responseCode = "404", description = "filing-limit-not-found")
    public RestResponse<View> get(@RestPath UUID payerId, @RestPath ClaimType claimType) {
        return answer(limits.get(payerId, claimType));
    }

    @PUT
    @Path("{payerId}/{claimType}")
    @Audited("filing-limit")
    @PermissionsAllowed("deadline:write")
    @Operation(
            operationId = "putFilingLimit",
            summary = "Enter or change what a payer allows for a type of claim",
            description =
                    "It holds for what happens to claims from now on. Medicare's limit is the law's and is not entered; that of a first claim to its first payer is not counted from a remittance. A change needs If-Match, the first entry does not.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Put.class),
                            examples =
                                    @ExampleObject(
                                            name = "from the other payer's remittance",
                                            value = "{\"days\":90,\"countedFrom\":\"remittance\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The limit",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "limit", value = LIMIT)))
    public RestResponse<View> put(
            @RestPath @Registered(Registered.As.PAYER) UUID payerId,
            @RestPath ClaimType claimType,
            @RestHeader("If-Match") @IfStored @Nullable Revision expected,
            @Valid @NotNull Put request) {
        return answer(limits.put(payerId, claimType, request.days(), request.countedFrom(), expected));
    }

    private static RestResponse<View> answer(FilingLimit limit) {
        return ResponseBuilder.ok(View.of(limit))
                .header("ETag", new Revision(limit.revision()).etag())
                .build();
    }
}
