package org.superbill.billing.claimcheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/**
 * Stateless: nothing is kept, so there is nothing to repeat and no key to send. What is read and the record that it was share one transaction, as a check is asked for often.
 */
@Path("/api/v1/claim-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Edits")
@Audited("claim")
class ClaimCheckResource {
    private static final String X12 = "application/edi-x12";
    private static final String FOUND = """
            {"asOf":"2026-03-03","replay":{"tables":[{"table":"ncci-practitioner","release":"2026q1","effectiveFrom":"2026-01-01","takenBack":false}],"notReplayed":[]},"claims":[{"form":"professional","passes":false,"findings":[{"rule":"place-of-procedure","version":1,"severity":"warning",\
            "source":"CPT, emergency department services; Medicare Claims Processing Manual, chapter 12, section 30.6.11","effectiveFrom":"2012-01-01","line":1,\
            "pointer":"/encounter/lines/0/procedureCode","message":"The visit of line 1 is not given at this place of service",\
            "fix":"Correct the place of service or the procedure; where the payer wants it so, pass the warning with the reason","needsReason":true}]}],"unreadable":[]}""";

    private final ClaimChecks checks;

    ClaimCheckResource(ClaimChecks checks) {
        this.checks = checks;
    }

    /**
     * Which claim to check: a stored one by its id, or one that is given.
     *
     * @param version of the stored claim; the current one without
     * @param claim encounter with codes and lines; organization, practitioner, location, patient, coverage and payer where the encounter does not name
     *     them by ids that Superbill knows
     */
    @Schema(name = "ClaimToCheck")
    record ToCheck(
            @Nullable UUID claimId,
            @Nullable Integer version,

            @Schema(ref = GivenClaimDescription.CLAIM) @Nullable
            ObjectNode claim,

            @Schema(description = "What would have been found on this day; today without it") @Nullable
            LocalDate asOf) {}

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "checkClaim",
            summary = "Scrub a claim, stored or not, and say everything that was found",
            description =
                    "By the same edits as before each submission. Nothing is stored, so no Idempotency-Key is needed. What each edit is: docs/edits.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ToCheck.class),
                            examples = {
                                @ExampleObject(
                                        name = "a stored claim, by the rules of another day",
                                        value =
                                                "{\"claimId\":\"0199d0a0-0000-7000-8000-000000000031\",\"asOf\":\"2026-01-31\"}"),
                                @ExampleObject(name = "an encounter of known patient and practice", value = """
                                                    {"claim":{"encounter":{"practitionerId":"0199d0a0-0000-7000-8000-000000000051","locationId":"0199d0a0-0000-7000-8000-000000000052",
                                                    "patientId":"0199d0a0-0000-7000-8000-000000000011","coverageIds":["0199d0a0-0000-7000-8000-000000000012"],"serviceDate":"2026-03-02","diagnoses":["J029"],
                                                    "lines":[{"lineNumber":1,"procedureCode":"99283","modifiers":[],"units":1,"chargeCents":15000,"serviceDate":"2026-03-02","diagnosisPointers":[1]}]}}}""")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "What was found, also when nothing was",
            content =
                    @Content(
                            schema = @Schema(implementation = CheckedClaims.class),
                            examples = @ExampleObject(name = "a visit at another place", value = FOUND)))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(responseCode = "422", description = "claim-check-incomplete")
    public CheckedClaims check(@Valid @NotNull ToCheck toCheck) {
        var claim = toCheck.claim();
        var id = toCheck.claimId();
        if (id != null && claim == null) {
            return checks.stored(id, toCheck.version(), toCheck.asOf());
        }
        if (id == null && claim != null) {
            return checks.given(claim, toCheck.asOf());
        }
        throw new Problem(
                KitProblem.VALIDATION_FAILED,
                "Name a stored claim or give one",
                new FieldError("/claimId", "one-of", "exactly one of claimId and claim is there"));
    }

    @POST
    @Transactional
    @Consumes(X12)
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "checkClaimFile",
            summary = "Scrub each claim of an 837P or 837I file",
            description =
                    "At most 5,000 claims. A payer that the organization knows by its electronic id is judged by its profile, rules and lists.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "837P",
                                            value = "ISA*00*          *00*          *ZZ*CLINIC ...")))
    @APIResponse(
            responseCode = "200",
            description = "What was found in each claim",
            content =
                    @Content(
                            schema = @Schema(implementation = CheckedClaims.class),
                            examples = @ExampleObject(name = "a visit at another place", value = FOUND)))
    @APIResponse(responseCode = "422", description = "claim-check-no-claims")
    public CheckedClaims checkFile(
            @Parameter(description = "What would have been found on this day; today without it", example = "2026-03-03")
                    @RestQuery
                    @Nullable
                    LocalDate asOf,
            byte[] file) {
        return checks.file(file, asOf);
    }
}
