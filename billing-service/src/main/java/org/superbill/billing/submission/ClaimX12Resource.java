package org.superbill.billing.submission;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;

@Path("/api/v1/claims/{claimId}/x12")
@Tag(name = "Claims")
@Audited("claim")
class ClaimX12Resource {
    private final Submissions submissions;

    ClaimX12Resource(Submissions submissions) {
        this.submissions = submissions;
    }

    @GET
    @Produces("application/edi-x12")
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "getClaimX12",
            summary = "The 837P of a claim as it was sent, without the other claims of its file")
    @APIResponse(
            responseCode = "200",
            description = "An interchange",
            content =
                    @Content(
                            mediaType = "application/edi-x12",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "837P",
                                            value =
                                                    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER ...")))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(
            responseCode = "409",
            description = "claim-step-not-allowed: the version, or any, has not been written to a file")
    public byte[] x12(@RestPath UUID claimId, @RestQuery @Nullable Integer version) {
        return submissions.x12(claimId, version);
    }
}
