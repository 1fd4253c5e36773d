package org.superbill.billing.claim;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

@Path("/api/v1/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Audited("claim")
@Idempotent
class ClaimResource {
    static final String IF_MATCH = "If-Match";

    private final Claims claims;

    ClaimResource(Claims claims) {
        this.claims = claims;
    }

    /** What comes with a submission. */
    @Schema(name = "ClaimSubmission")
    record Submit(
            @Schema(description = "REF*D9, where a clearinghouse gave one")
            @Nullable
            @Size(min = 1, max = 50)
            @Pattern(regexp = "[A-Za-z0-9-]+")
            String clearinghouseClaimNumber,

            @Schema(description = ClaimStepResource.CHANGE_REASON, examples = "D9")
            @Nullable
            @Pattern(regexp = ChangeReason.CODE)
            String changeReason) {
        private static final Submit NOTHING_SAID = new Submit(null, null);
    }

    /** Why a claim is held or released. */
    @Schema(name = "ClaimReason")
    record WithReason(@NotBlank @Size(max = 200) String reason) {}

    /** Why a claim is corrected, if anybody wants to know. */
    @Schema(name = "ClaimCorrection")
    record Correct(
            @Nullable @Size(max = 200) String reason,

            @Schema(description = ClaimStepResource.PAYER_IN_TURN, examples = "1") @Nullable @Min(1)
            Integer payerInTurn,

            @Schema(description = ClaimStepResource.PAYER_CLAIM_NUMBER, examples = "PCN0000001")
            @Nullable
            @Size(max = 50)
            String payerClaimNumber,

            @Schema(description = ClaimStepResource.CHANGE_REASON, examples = "D9")
            @Nullable
            @Pattern(regexp = ChangeReason.CODE)
            String changeReason) {
        private static final Correct NOTHING_SAID = new Correct(null, null, null, null);
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "listClaims",
            summary = "Claims, in the order in which they were built; lines without payments and denials")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.Listed.class),
                            examples = @ExampleObject(name = "claims", value = ClaimExamples.PAGE)))
    public Page<ClaimView> list(
            @RestQuery @Nullable UUID encounterId,
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable Transport transport,
            @RestQuery @Nullable Adjudication adjudication,
            @RestQuery @Nullable UUID payerId,
            @RestQuery @Nullable OwnerRole owner,
            @Parameter(description = "Whose next action is due before this day") @RestQuery @Nullable
                    LocalDate dueBefore,
            @BeanParam PageRequest page) {
        return claims.list(
                new ClaimFilter(encounterId, patientId, transport, adjudication, payerId, owner, dueBefore, null),
                page);
    }

    @GET
    @Path("{claimId}")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getClaim", summary = "A claim with its money, its lines, and what may be done next")
    @APIResponse(
            responseCode = "200",
            description = "The claim; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    public RestResponse<ClaimView> get(@RestPath UUID claimId) {
        return answer(RestResponse.Status.OK, claims.get(claimId));
    }

    @GET
    @Path("{claimId}/history")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getClaimHistory", summary = "What happened to a claim, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The steps",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimHistory.class),
                            examples = @ExampleObject(name = "history", value = ClaimExamples.HISTORY)))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    public ClaimHistory history(@RestPath UUID claimId) {
        return claims.history(claimId);
    }

    @POST
    @Path("{claimId}/submit")
    @PermissionsAllowed("claim:submit")
    @Operation(
            operationId = "submitClaim",
            summary = "Scrub a claim and queue it for its payer",
            description =
                    "When an edit finds an error the answer is the claim with transport edits-failed and its findings.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Submit.class),
                            examples =
                                    @ExampleObject(
                                            name = "with a clearinghouse's number",
                                            value = ClaimExamples.SUBMIT)))
    @APIResponse(
            responseCode = "202",
            description = "The claim, queued; or with what is to be fixed",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> submit(
            @RestPath UUID claimId, @RestHeader(IF_MATCH) @Nullable Revision expected, @Valid @Nullable Submit submit) {
        var said = submit == null ? Submit.NOTHING_SAID : submit;
        return answer(
                RestResponse.Status.ACCEPTED,
                claims.submit(claimId, expected, said.clearinghouseClaimNumber(), said.changeReason()));
    }

    @POST
    @Path("{claimId}/correct")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "correctClaim",
            summary = "Make the next version of a claim from the facts of today",
            description =
                    "After a rejection, or when the payer could not process the claim: a new claim (frequency 1). After a decision: a replacement (frequency 7) that names the payer's claim number; when the coverage names another payer by now, a new claim to that payer, provided that the first has paid nothing, written off nothing and passed nothing on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Correct.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim with its new version, not yet submitted",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    @APIResponse(responseCode = "422", description = "claim-correction-not-accepted")
    public RestResponse<ClaimView> correct(
            @RestPath UUID claimId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @Nullable Correct correct) {
        var said = correct == null ? Correct.NOTHING_SAID : correct;
        return answer(
                RestResponse.Status.OK,
                claims.correct(
                        claimId,
                        expected,
                        new ClaimAction(
                                ClaimAction.Kind.CORRECT,
                                said.reason(),
                                null,
                                said.payerInTurn(),
                                said.payerClaimNumber(),
                                said.changeReason())));
    }

    @POST
    @Path("{claimId}/hold")
    @PermissionsAllowed("claim:write")
    @Operation(operationId = "holdClaim", summary = "Keep a claim from being submitted")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim, held",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> hold(
            @RestPath UUID claimId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason hold) {
        return answer(RestResponse.Status.OK, claims.hold(claimId, expected, hold.reason()));
    }

    @POST
    @Path("{claimId}/release")
    @PermissionsAllowed("claim:write")
    @Operation(operationId = "releaseClaim", summary = "Let a held claim go on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim, scrubbed again",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> release(
            @RestPath UUID claimId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithReason release) {
        return answer(RestResponse.Status.OK, claims.release(claimId, expected, release.reason()));
    }

    static RestResponse<ClaimView> answer(RestResponse.Status status, ClaimView claim) {
        return ResponseBuilder.create(status, claim)
                .header("ETag", claim.etag())
                .build();
    }
}
