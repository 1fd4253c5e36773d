package org.superbill.billing.denial;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/denials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Denials")
@Audited("denial")
class DenialResource {
    private final Denials denials;

    DenialResource(Denials denials) {
        this.denials = denials;
    }

    @GET
    @PermissionsAllowed("denial:read")
    @Operation(operationId = "listDenials", summary = "What payers refused to pay, and why, in plain words")
    @APIResponse(
            responseCode = "200",
            description = "A page of denials, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = DenialView.Listed.class),
                            examples = @ExampleObject(name = "denials", value = """
                                                    {"items":[{"id":"0199d0a0-0000-7000-8000-000000000071","claimId":"0199d0a0-0000-7000-8000-000000000031",
                                                    "encounterId":"0199d0a0-0000-7000-8000-000000000021","claimVersion":1,"remittanceId":"0199d0a0-0000-7000-8000-000000000061",
                                                    "lineNumber":1,"group":"CO","carc":"16","rarcs":["N382"],
                                                    "reason":"Something is missing or wrong on the claim: the patient's identifier is missing, incomplete or invalid",
                                                    "amountCents":4000,"state":"open","deniedAt":"2026-03-03T00:00:00Z"}]}""")))
    public Page<DenialView> list(@RestQuery @Nullable UUID claimId, @BeanParam PageRequest page) {
        return denials.list(claimId, page);
    }
}
