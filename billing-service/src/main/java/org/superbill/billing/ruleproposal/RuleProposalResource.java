package org.superbill.billing.ruleproposal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.audit.Audited;

/** Stateless: nothing is kept, so there is nothing to repeat and no key to send. */
@Path("/api/v1/denials/{denialId}/proposed-rule")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Denials")
@Audited("denial")
class RuleProposalResource {
    private final RuleProposals proposals;

    RuleProposalResource(RuleProposals proposals) {
        this.proposals = proposals;
    }

    @POST
    @PermissionsAllowed("denial:read")
    @Operation(
            operationId = "proposeClaimRule",
            summary = "The rule that would have caught the denial, with its tests, to be sent to /claim-rules",
            description = "Nothing is stored, so no Idempotency-Key is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The rule, and what today's edits find of the service",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleProposalView.class),
                            examples = @ExampleObject(name = "a diagnosis that the payer does not cover", value = """
                                                    {"denialId":"0199d0a0-0000-7000-8000-000000000071","reason":"The diagnosis does not support the procedure","foundToday":[],
                                                    "rule":{"name":"denied-co-11-11400","payerId":"0199d0a0-0000-7000-8000-000000000041","definition":{"scope":"line",
                                                    "condition":"line_procedure == '11400' && line_diagnoses.size() > 0 && line_diagnoses.all(d, d in ['L570'])","severity":"reason",
                                                    "pointer":"/diagnosisPointers","message":"The payer has denied this before: the diagnosis does not support the procedure",
                                                    "fix":"Point the line to a diagnosis for which the payer covers it, where the record has one","source":"Denial CO-11 of 2026-03-03T00:00:00Z",
                                                    "tests":[{"name":"as it was denied","catches":true,"claim":{"lines":[{"number":1,"procedure":"11400","diagnoses":["L570"]}]}},
                                                    {"name":"otherwise","catches":false,"claim":{"lines":[{"number":1,"procedure":"11400","diagnoses":["Z9999"]}]}}]},
                                                    "effectiveFrom":"2026-03-03","owner":"biller"}}""")))
    @APIResponse(responseCode = "404", description = "denial-not-found")
    public RuleProposalView propose(@RestPath UUID denialId) {
        return proposals.of(denialId);
    }
}
