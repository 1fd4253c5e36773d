package org.superbill.billing.claim;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Steps after a claim's first way to its payer: what is taken back, asked again, or billed to somebody else. */
@Path("/api/v1/claims/{claimId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
@Audited("claim")
@Idempotent
class ClaimStepResource {
    static final String PAYER_IN_TURN =
            "Whose claim, where that is another payer than the one that is billed: 1 primary, 2 secondary";

    static final String PAYER_CLAIM_NUMBER =
            "Which of the payer's claim numbers is named, where it has decided the claim in parts (MA15) under several";

    static final String CHANGE_REASON =
            "Of a facility's claim that replaces another or takes it back: the condition code that says why (D0 to D4, D7 to D9 and E0 replace, D5 and D6 take back); Medicare asks for it";

    private final ClaimSteps steps;
    private final ClaimBuilding building;
    private final Claims claims;

    ClaimStepResource(ClaimSteps steps, ClaimBuilding building, Claims claims) {
        this.steps = steps;
        this.building = building;
        this.claims = claims;
    }

    /** What the next payer has to be told that the remittances do not say. */
    @Schema(name = "ClaimNextPayer")
    record NextPayer(
            @Schema(
                    description =
                            "SBR05, why Medicare is not the primary payer; without it, it follows from the primary payer's kind and the patient's age",
                    examples = "12")
            @Nullable
            @Pattern(regexp = "12|13|14|15|16|41|42|43|47")
            String insuranceType) {}

    /** Which payer's claim is taken back, and why. */
    @Schema(name = "ClaimTakenBack")
    record TakeBack(
            @NotBlank @Size(max = 200) String reason,

            @Schema(description = PAYER_IN_TURN, examples = "1") @Nullable @Min(1)
            Integer payerInTurn,

            @Schema(description = PAYER_CLAIM_NUMBER, examples = "PCN0000001") @Nullable @Size(max = 50)
            String payerClaimNumber,

            @Schema(description = CHANGE_REASON, examples = "D6") @Nullable @Pattern(regexp = ChangeReason.CODE)
            String changeReason) {}

    @POST
    @Path("void")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "voidClaim",
            summary = "Take back what the payer has decided",
            description =
                    "Prepares the same claim with frequency 8 and the payer's claim number; it is then submitted. When it has left, its charges are out of the books.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TakeBack.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim with the void as its current version, not yet submitted",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> voidClaim(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull TakeBack body) {
        return perform(
                claimId,
                expected,
                new ClaimAction(
                        ClaimAction.Kind.VOID,
                        body.reason(),
                        null,
                        body.payerInTurn(),
                        body.payerClaimNumber(),
                        body.changeReason()));
    }

    @POST
    @Path("discard")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "discardClaimVersion",
            summary = "Discard a version that was prepared",
            description =
                    "A correction or a void that has not been sent is dropped: the version before it, which was sent, is the current one again. Its number is given to the next version that is prepared.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimResource.WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim with the version before as its current one",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> discard(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull ClaimResource.WithReason body) {
        return perform(claimId, expected, ClaimAction.of(ClaimAction.Kind.DISCARD, body.reason()));
    }

    @POST
    @Path("reopen")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "reopenClaim",
            summary = "Note that the payer was asked to reopen its decision",
            description =
                    "For payers that take no corrected claims, as Medicare Part B: the request itself goes by portal, telephone or letter.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimResource.WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim, which waits for the payer",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> reopen(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull ClaimResource.WithReason body) {
        return perform(claimId, expected, ClaimAction.of(ClaimAction.Kind.REOPEN, body.reason()));
    }

    @POST
    @Path("bill-patient")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "billClaimToPatient",
            summary = "Bill the patient instead of a payer",
            description =
                    "While no payer has decided anything: what a payer has refused with CO, OA or PI never becomes the patient's.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimResource.WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim, billed to the patient",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> billPatient(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull ClaimResource.WithReason body) {
        return perform(claimId, expected, ClaimAction.of(ClaimAction.Kind.BILL_PATIENT, body.reason()));
    }

    @POST
    @Path("bill-payer")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "billClaimToPayer",
            summary = "Bill the payer after all",
            description = "Takes back that the patient was billed, where a coverage was found.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimResource.WithReason.class),
                            examples = @ExampleObject(name = "why", value = ClaimExamples.REASON)))
    @APIResponse(
            responseCode = "200",
            description = "The claim, to be submitted",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> billPayer(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull ClaimResource.WithReason body) {
        return perform(claimId, expected, ClaimAction.of(ClaimAction.Kind.BILL_PAYER, body.reason()));
    }

    @POST
    @Path("bill-next-payer")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "billClaimToNextPayer",
            summary = "Make the claim to the next payer in turn",
            description =
                    "A new version that says what each payer before has paid and adjusted, line by line; it is then submitted. A claim that a payer has forwarded itself is not billed again until that payer has been silent for its time.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NextPayer.class),
                            examples =
                                    @ExampleObject(
                                            name = "Medicare, working aged",
                                            value = "{\"insuranceType\":\"12\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The claim with its version to the next payer, not yet submitted",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed, claim-voided")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> billNextPayer(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @Nullable NextPayer next) {
        return perform(
                claimId,
                expected,
                new ClaimAction(ClaimAction.Kind.BILL_NEXT_PAYER, null, next == null ? null : next.insuranceType()));
    }

    /** Which encounter, and why. */
    @Schema(name = "ClaimEncounterApart")
    record Apart(
            @NotNull UUID encounterId,
            @NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("bill-apart")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "billEncounterApart",
            summary = "Bill one of the encounters that an unsent claim gathers by itself",
            description =
                    "The claim goes on with the others; the encounter gets a claim of its own, which no other joins.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Apart.class),
                            examples =
                                    @ExampleObject(
                                            name = "another pregnancy",
                                            value =
                                                    "{\"encounterId\":\"0199d0a0-0000-7000-8000-000000000001\",\"reason\":\"It is not of this pregnancy\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The claim without the encounter",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> billApart(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Apart body) {
        building.apart(claimId, required(expected), body.encounterId(), body.reason());
        return ClaimResource.answer(RestResponse.Status.OK, claims.get(claimId));
    }

    /** What the payer has decided, by a person's reading of its remittance. */
    @Schema(name = "ClaimReviewed")
    record Reviewed(
            @Schema(
                    description =
                            "What the payer that is billed has decided; pending when it has not, be it that its decision was taken back",
                    examples = "paid")
            @NotNull
            @Pattern(regexp = "pending|paid|paid-at-zero|partially-paid|denied|unprocessable|forwarded|reversed")
            String adjudication,

            @NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("reviewed")
    @PermissionsAllowed("claim:write")
    @Operation(
            operationId = "reviewClaim",
            summary = "Say what the payer has decided, where its remittance needed a person",
            description =
                    "For a claim whose adjudication is needs-review. The books stay as they are; what may be sent next follows from what is said here.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Reviewed.class),
                            examples =
                                    @ExampleObject(
                                            name = "two notices together",
                                            value =
                                                    "{\"adjudication\":\"paid\",\"reason\":\"The payer decided the lines in two notices\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The claim with the decision",
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimView.class),
                            examples = @ExampleObject(name = "claim", value = ClaimExamples.CLAIM)))
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<ClaimView> reviewed(
            @RestPath UUID claimId,
            @RestHeader(ClaimResource.IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Reviewed body) {
        return ClaimResource.answer(
                RestResponse.Status.OK,
                steps.reviewed(
                        claimId, required(expected), Adjudication.fromString(body.adjudication()), body.reason()));
    }

    private RestResponse<ClaimView> perform(UUID claimId, @Nullable Revision expected, ClaimAction action) {
        return ClaimResource.answer(RestResponse.Status.OK, steps.perform(claimId, required(expected), action));
    }

    private static Revision required(@Nullable Revision expected) {
        if (expected == null) {
            throw new Problem(KitProblem.IF_MATCH_MISSING, "Send the ETag that was read as If-Match");
        }
        return expected;
    }
}
