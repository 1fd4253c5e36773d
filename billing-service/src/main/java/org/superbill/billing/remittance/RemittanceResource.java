package org.superbill.billing.remittance;

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
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/remittances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
@Audited("remittance")
class RemittanceResource {
    private static final String REMITTANCE = """
            {"id":"0199d0a0-0000-7000-8000-000000000061","state":"posted","explanation":"Posted","traceNumber":"1000001","originator":"1999999999",
            "payerName":"Key Insurance","payeeIdentifier":"1234567893","paymentCents":4400,"paymentDate":"2026-03-03","paymentMethod":"ACH",
            "claimsPaidCents":4400,"providerAdjustmentsCents":0,"disagreements":[],"providerAdjustments":[],
            "claims":[{"position":1,"claimNumber":"SB1000000V1","claimId":"0199d0a0-0000-7000-8000-000000000031","claimVersion":1,"statusCode":"1","chargeCents":5500,
            "paidCents":4400,"patientResponsibilityCents":0,"payerClaimNumber":"PCN0000001","adjudication":"paid","posting":"posted",
            "adjustments":[{"lineNumber":1,"group":"CO","carc":"45","rarcs":[],"reason":"The charge is above what the contract allows","amountCents":500}]}],
            "x12FileId":"0199d0a0-0000-7000-8000-000000000091","position":1,"transactionControlNumber":"0001","receivedAt":"2026-03-03T09:00:00Z"}""";

    private final Remittances remittances;

    RemittanceResource(Remittances remittances) {
        this.remittances = remittances;
    }

    @GET
    @PermissionsAllowed("remittance:read")
    @Operation(operationId = "listRemittances", summary = "Payments of payers, in the order in which they came")
    @APIResponse(
            responseCode = "200",
            description = "A page of remittances, without their claims",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.Listed.class),
                            examples =
                                    @ExampleObject(name = "remittances", value = "{\"items\":[" + REMITTANCE + "]}")))
    public Page<RemittanceView> list(@BeanParam PageRequest page) {
        return remittances.list(page);
    }

    @GET
    @Path("{remittanceId}")
    @PermissionsAllowed("remittance:read")
    @Operation(operationId = "getRemittance", summary = "A payment with its claims, or with the sums that disagree")
    @APIResponse(
            responseCode = "200",
            description = "The remittance",
            content =
                    @Content(
                            schema = @Schema(implementation = RemittanceView.class),
                            examples = @ExampleObject(name = "remittance", value = REMITTANCE)))
    @APIResponse(responseCode = "404", description = "remittance-not-found")
    public RemittanceView get(@RestPath UUID remittanceId) {
        return remittances.get(remittanceId);
    }
}
