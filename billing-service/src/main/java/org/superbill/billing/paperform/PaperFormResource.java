package org.superbill.billing.paperform;

import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.revision.Revision;

/** Claims on paper. */
@Path("/api/v1/claims/{claimId}/paper-form")
@Tag(name = "Claims")
@Idempotent
@Audited("claim")
class PaperFormResource {
    private final PaperForms forms;

    PaperFormResource(PaperForms forms) {
        this.forms = forms;
    }

    @GET
    @Produces("application/pdf")
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "printClaim",
            summary = "A claim as a PDF for the preprinted CMS-1500 or UB-04",
            description = "Only the data, at ten characters and six lines an inch.")
    @APIResponse(
            responseCode = "200",
            description = "The PDF",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "form", value = "%PDF-1.6 ...")))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    public byte[] print(
            @RestPath UUID claimId,
            @Parameter(description = "Absent: the current one") @RestQuery @Nullable Integer version,
            @Parameter(description = "Points by which all is moved to the right")
                    @RestQuery
                    @DefaultValue("0")
                    @Min(-36)
                    @Max(36)
                    int right,
            @Parameter(description = "Points by which all is moved down")
                    @RestQuery
                    @DefaultValue("0")
                    @Min(-36)
                    @Max(36)
                    int down) {
        return forms.print(claimId, version, new FormPdf(right, down));
    }

    @POST
    @Path("mailed")
    @PermissionsAllowed("claim:submit")
    @Operation(
            operationId = "claimMailed",
            summary = "Note that a claim to a payer on paper was mailed",
            description = "It counts as sent from then on: its charges come into the books.")
    @APIResponse(responseCode = "204", description = "It is sent")
    @APIResponse(responseCode = "403", description = "claim-duties-apart")
    @APIResponse(responseCode = "404", description = "claim-not-found")
    @APIResponse(responseCode = "409", description = "claim-step-not-allowed")
    public void mailed(@RestPath UUID claimId, @RestHeader(IF_MATCH) @Nullable Revision revision) {
        forms.mailed(claimId, revision);
    }
}
