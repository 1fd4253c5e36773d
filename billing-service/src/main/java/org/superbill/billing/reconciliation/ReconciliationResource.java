package org.superbill.billing.reconciliation;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.SentClaims.SentClaim;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
class ReconciliationResource {
    private static final String REPORT = """
            {"asOf":"2026-03-03T09:00:00Z","claims":{"count":2,"cents":20000,"states":[
            {"state":"paid","count":1,"cents":17500,"claims":"/api/v1/reconciliation/claims?state=paid"},
            {"state":"pending","count":1,"cents":2500,"claims":"/api/v1/reconciliation/claims?state=pending"}]},
            "files":{"count":1,"claimCount":2,"cents":20000,"states":[{"state":"received","count":1,"claimCount":2,"cents":20000,"files":"/api/v1/submissions?state=received"}]},
            "onPaper":{"count":0,"cents":0},"receivedFiles":[{"state":"processed","count":3}],
            "checks":[{"name":"claims-by-state","leftCount":2,"leftCents":20000,"rightCount":2,"rightCents":20000,"addsUp":true,"differing":[]}],"addsUp":true}""";

    private final Reconciliation reconciliation;

    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** Only for the API's document. */
    @Schema(name = "SentClaimPage")
    record Listed(List<SentClaim> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "reconcile",
            summary = "Where everything is that was ever sent, and whether it adds up",
            description =
                    "Each claim is in the state of its newest version that left, each file in one state. What differs is read again twice before it is told.")
    @APIResponse(
            responseCode = "200",
            description = "Counts and cents by state, and what they were compared with",
            content =
                    @Content(
                            schema = @Schema(implementation = ReconciliationView.class),
                            examples = @ExampleObject(name = "it adds up", value = REPORT)))
    public ReconciliationView report() {
        return reconciliation.report();
    }

    @GET
    @Path("claims")
    @Audited("claim")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listSentClaims", summary = "The claims behind a figure of the reconciliation")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims",
            content =
                    @Content(
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "claims", value = """
                                                    {"items":[{"claimId":"0199d0a0-0000-7000-8000-000000000051","claimNumber":"SB1000V1","version":1,"payerId":"0199d0a0-0000-7000-8000-000000000041",
                                                    "state":"pending","chargeCents":2500,"submissionId":"0199d0a0-0000-7000-8000-000000000081","sentAt":"2026-03-02T15:04:00Z"}]}""")))
    public Page<SentClaim> claims(
            @RestQuery @Nullable String state, @RestQuery @Nullable UUID submissionId, @BeanParam PageRequest page) {
        return reconciliation.claims(state, submissionId, page);
    }
}
