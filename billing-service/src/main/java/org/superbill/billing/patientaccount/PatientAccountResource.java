package org.superbill.billing.patientaccount;

import io.quarkus.security.PermissionsAllowed;
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

@Path("/api/v1/patient-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Patient accounts")
@Audited("patient-account")
class PatientAccountResource {
    private final PatientAccounts accounts;

    PatientAccountResource(PatientAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Path("{patientId}")
    @PermissionsAllowed("patient-account:read")
    @Operation(operationId = "getPatientAccount", summary = "What a patient owes, claim by claim")
    @APIResponse(
            responseCode = "200",
            description = "The account; of a patient without claims it is empty",
            content =
                    @Content(
                            schema = @Schema(implementation = PatientAccountView.class),
                            examples = @ExampleObject(name = "account", value = """
                                                    {"patientId":"0199d0a0-0000-7000-8000-000000000011","balanceCents":2400,"claims":[
                                                    {"claimId":"0199d0a0-0000-7000-8000-000000000031","patientBalanceCents":2400,"insuranceBalanceCents":0,"chargedCents":17500}]}""")))
    @APIResponse(responseCode = "404", description = "patient-account-not-found")
    public PatientAccountView get(@RestPath UUID patientId) {
        return accounts.get(patientId);
    }
}
