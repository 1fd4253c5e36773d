package org.superbill.billing.claim;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/claims/{claimId}/pass-warning")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Audited("claim")
@Idempotent
class PassedWarningResource {
    private final Claims claims;

    PassedWarningResource(Claims claims) {
        this.claims = claims;
    }

    /** Which warning is passed, and why. */
    @Schema(name = "ClaimWarningToPass")
    record ToPass(
            @NotBlank @Size(max = 100) String rule,
            @NotNull @Size(max = 200) String pointer,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @PermissionsAllowed("claim:submit")
    @Operation(
            operationId = "passClaimWarning",
            summary = "Pass a warning that keeps a claim, with the reason",
            description =
                    "Reason, person and time stay with the claim's version. It holds for this very finding: one that says something else has to be passed again. An error cannot be passed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ToPass.class),
                            examples = @ExampleObject(name = "a visit at another place", value = """
                                                    {"rule":"place-of-procedure","pointer":"/encounter/lines/0/procedureCode",
                                                    "reason":"The payer wants the emergency visit with the place of the telehealth patient"}""")))
    @APIResponse(
            responseCode = "200",
            description = "The claim, ready where nothing else keeps it",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "404", description = "claim-not-found, claim-warning-not-found")
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> pass(
            @RestPath UUID claimId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull ToPass warning) {
        var claim = claims.passWarning(claimId, expected, warning.rule(), warning.pointer(), warning.reason());
        return ResponseBuilder.ok(claim).header("ETag", claim.etag()).build();
    }
}
