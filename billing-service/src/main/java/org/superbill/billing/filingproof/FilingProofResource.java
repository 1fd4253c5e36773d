package org.superbill.billing.filingproof;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.audit.Audited;

@Path("/api/v1/claims/{claimId}/timely-filing-proof")
@Tag(name = "Claims")
@Audited("claim")
class FilingProofResource {
    private final FilingProof proof;

    FilingProofResource(FilingProof proof) {
        this.proof = proof;
    }

    @GET
    @Produces("application/pdf")
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "getTimelyFilingProof",
            summary = "The proof that a claim was filed in time: file, acknowledgments and dates as one PDF")
    @APIResponse(
            responseCode = "200",
            description = "A PDF",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "PDF", value = "%PDF-1.7 ...")))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(responseCode = "409", description = "filing-proof-not-sent: no version of the claim has left")
    public byte[] proof(@RestPath UUID claimId) {
        return proof.of(claimId);
    }
}
