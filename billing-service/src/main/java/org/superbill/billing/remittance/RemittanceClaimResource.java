package org.superbill.billing.remittance;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/remittances/{remittanceId}/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance")
@Idempotent
class RemittanceClaimResource {
    private final Remittances remittances;
    private final UnappliedClaims unapplied;

    RemittanceClaimResource(Remittances remittances, UnappliedClaims unapplied) {
        this.remittances = remittances;
        this.unapplied = unapplied;
    }

    @GET
    @PermissionsAllowed("remittance:read")
    @Operation(operationId = "listRemittanceClaims", summary = "The claims of a payment, in the payer's order")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.ListedClaims.class),
                            examples = @ExampleObject(name = "claims", value = """
                                                    {"items":[{"position":1,"claimNumber":"SB1000000V1","claimId":"0199d0a0-0000-7000-8000-000000000031","claimVersion":1,
                                                    "statusCode":"1","chargeCents":5500,"paidCents":4400,"patientResponsibilityCents":0,"payerClaimNumber":"PCN0000001",
                                                    "adjudication":"paid","posting":"posted","matchedBy":"control-number","adjustments":[]}]}""")))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    public Page<RemittanceView.ClaimView> list(@RestPath UUID remittanceId, @BeanParam PageRequest page) {
        return remittances.claims(remittanceId, page);
    }

    /**
     * Which claim the money is for.
     *
     * @param payerId whose payment it is, where it is none of the encounter's payers
     * @param reason why, without patient data
     * @param despiteDifferences whether it is for this claim though the patient, the charge or the lines differ; absent: no
     */
    @Schema(name = "UnappliedClaimMatch")
    record Match(
            @NotNull UUID claimId,
            @Nullable UUID payerId,
            @NotBlank @Size(max = 200) String reason,
            @Nullable Boolean despiteDifferences) {
        boolean isDespiteDifferences() {
            return Boolean.TRUE.equals(despiteDifferences);
        }
    }

    @POST
    @Path("{position}/match")
    @PermissionsAllowed("remittance:post")
    @Operation(
            operationId = "matchUnappliedClaim",
            summary = "Say which claim the money is for",
            description =
                    "It leaves unapplied and is posted to the claim as the payment says. Where the patient, the charge or the lines differ it is refused until `despiteDifferences` says that it is meant.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Match.class),
                            examples =
                                    @ExampleObject(
                                            name = "match",
                                            value =
                                                    "{\"claimId\":\"0199d0a0-0000-7000-8000-000000000031\",\"reason\":\"The payer uses the number of the former system\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The remittance",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = RemittanceResource.REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    @APIResponse(responseCode = "409", description = "remittance-step-not-allowed, remittance-match-doubtful")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "400", description = "validation-failed")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public RestResponse<RemittanceView> match(
            @RestPath UUID remittanceId,
            @RestPath int position,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull Match match) {
        var remittance = unapplied.match(remittanceId, position, expected, match);
        return ResponseBuilder.ok(remittance)
                .header("ETag", new Revision(remittance.revision()).etag())
                .build();
    }
}
