package org.superbill.billing.openingbalance;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;

@Path("/api/v1/ledger/opening-balances")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@Audited("opening-balance")
@Idempotent
class OpeningBalanceResource {
    private final OpeningBalanceImport balances;

    OpeningBalanceResource(OpeningBalanceImport balances) {
        this.balances = balances;
    }

    @POST
    @PermissionsAllowed("ledger:import")
    @Operation(
            operationId = "importOpeningBalances",
            summary = "Take over open claims, with their control numbers, and patients' balances of a former system",
            description =
                    "Whole or not at all, with everything that is wrong listed at once. What was taken over before and is sent again unchanged is counted and not done again. The claims' remittances then post as those of any other claim.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OpeningBalances.class),
                            examples = @ExampleObject(name = "a claim and a balance", value = """
                                                    {"formerSystem":"Former PM","asOf":"2026-02-28","claims":[{"controlNumber":"FP1001","payerClaimNumber":"PCN77",
                                                    "patientId":"0199d0a0-0000-7000-8000-000000000011","coverageIds":["0199d0a0-0000-7000-8000-000000000022"],
                                                    "practitionerId":"0199d0a0-0000-7000-8000-000000000041","locationId":"0199d0a0-0000-7000-8000-000000000042",
                                                    "serviceDate":"2026-01-20","firstBilledOn":"2026-01-23","diagnoses":["J029"],
                                                    "lines":[{"procedureCode":"99213","modifiers":[],"units":1,"chargeCents":15000,"diagnosisPointers":[1]}],
                                                    "insuranceOpenCents":15000,"patientOpenCents":0}],
                                                    "patients":[{"patientId":"0199d0a0-0000-7000-8000-000000000011","balanceCents":2500}]}""")))
    @APIResponse(
            responseCode = "201",
            description = "What was taken over",
            content =
                    @Content(
                            schema = @Schema(implementation = OpeningBalances.Imported.class),
                            examples =
                                    @ExampleObject(
                                            name = "taken over",
                                            value =
                                                    "{\"claims\":1,\"patients\":1,\"alreadyThere\":0,\"insuranceOpenCents\":15000,\"patientOpenCents\":2500}")))
    @APIResponse(responseCode = "422", description = "opening-balances-invalid")
    public RestResponse<OpeningBalances.Imported> take(@NotNull OpeningBalances balances) {
        return RestResponse.status(RestResponse.Status.CREATED, this.balances.take(balances));
    }
}
