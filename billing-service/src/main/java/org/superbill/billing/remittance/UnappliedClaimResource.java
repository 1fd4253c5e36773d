package org.superbill.billing.remittance;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/unapplied-claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance")
@Idempotent
class UnappliedClaimResource {
    private static final String UNAPPLIED = """
            {"id":"0199d0a0-0000-7000-8000-0000000000d1","remittanceId":"0199d0a0-0000-7000-8000-000000000061","position":2,"claimNumber":"OLD-4711",
            "chargeCents":5500,"paidCents":4400,"payerClaimNumber":"PCN0000002"}""";

    private final UnappliedClaims unapplied;

    UnappliedClaimResource(UnappliedClaims unapplied) {
        this.unapplied = unapplied;
    }

    /** @param after the id of the last one that an earlier search has looked at; absent to begin with the oldest */
    @Schema(name = "UnappliedClaimSearch")
    record Search(@Nullable UUID after) {}

    /** @param more whether some that wait were not looked at */
    @Schema(name = "UnappliedClaimSearchOutcome")
    record SearchOutcome(int lookedAt, int matched, boolean more) {}

    @GET
    @PermissionsAllowed("remittance:read")
    @Operation(
            operationId = "listUnappliedClaims",
            summary = "Money of payments that is nobody's yet: its claim is not known, or an estimate pays it")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order in which they came",
            content =
                    @Content(
                            schema = @Schema(implementation = UnappliedClaimView.Listed.class),
                            examples = @ExampleObject(name = "unapplied", value = "{\"items\":[" + UNAPPLIED + "]}")))
    public Page<UnappliedClaimView> list(@BeanParam PageRequest page) {
        return unapplied.list(page);
    }

    @POST
    @Path("search")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "searchUnappliedClaims",
            summary = "Look again for the claims of what is unapplied, by number and by patient, day and charge",
            description = "Five hundred are looked at. What is not certain stays unapplied.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Search.class),
                            examples = @ExampleObject(name = "oldest", value = "{}")))
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = SearchOutcome.class),
                            examples =
                                    @ExampleObject(
                                            name = "outcome",
                                            value = "{\"lookedAt\":12,\"matched\":3,\"more\":false}")))
    public SearchOutcome search(@Valid @NotNull Search search) {
        var found = unapplied.matchByRule(search.after());
        return new SearchOutcome(found.lookedAt(), found.matched(), found.more());
    }
}
