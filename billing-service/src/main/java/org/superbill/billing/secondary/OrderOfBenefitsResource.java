package org.superbill.billing.secondary;

import io.quarkus.security.PermissionsAllowed;
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
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.servicekit.audit.Audited;

@Path("/api/v1/claims/{claimId}/order-of-benefits")
@Tag(name = "Claims")
@Audited("claim")
class OrderOfBenefitsResource {
    private static final String EXAMPLE = """
            {"claimId":"0199d0a0-0000-7000-8000-000000000031","asBilled":true,"turns":[
            {"sequence":1,"coverageId":"0199d0a0-0000-7000-8000-000000000015","payerId":"0199d0a0-0000-7000-8000-000000000041",
            "payerName":"Key Insurance","why":"A plan pays for its own subscriber before plans of others"},
            {"sequence":2,"coverageId":"0199d0a0-0000-7000-8000-000000000016","payerId":"0199d0a0-0000-7000-8000-000000000042",
            "payerName":"State Medicaid","why":"Medicaid pays last"}]}""";

    private final BenefitOrders orders;

    OrderOfBenefitsResource(BenefitOrders orders) {
        this.orders = orders;
    }

    /** @param asBilled whether the claim's payers are billed in this order */
    @Schema(name = "OrderOfBenefits")
    record View(UUID claimId, boolean asBilled, List<OrderOfBenefits.Turn> turns) {
        View {
            turns = List.copyOf(turns);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "getOrderOfBenefits",
            summary = "In which order the claim's coverages pay by the usual rules, and why",
            description = "A proposal: the order that is billed is that of the encounter's coverages.")
    @APIResponse(
            responseCode = "200",
            description = "The coverages in their turn",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "Medicaid last", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "claim-not-found")
    public View get(@RestPath UUID claimId) {
        return orders.of(claimId);
    }
}
