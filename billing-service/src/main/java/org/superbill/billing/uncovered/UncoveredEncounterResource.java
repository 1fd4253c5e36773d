package org.superbill.billing.uncovered;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/reconciliation/uncovered-encounters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@Audited("encounter")
class UncoveredEncounterResource {
    private final UncoveredEncounters encounters;

    UncoveredEncounterResource(UncoveredEncounters encounters) {
        this.encounters = encounters;
    }

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(
            operationId = "listUncoveredEncounters",
            summary = "Coded encounters that name no coverage, of which there is no claim",
            description =
                    "Their charges are in no receivable. An encounter leaves the list when its coding names a coverage (complete it again once the coverage is entered) or when it is voided.")
    @APIResponse(
            responseCode = "200",
            description = "A page of encounters, in the order in which their cases were opened",
            content =
                    @Content(
                            schema = @Schema(implementation = UncoveredEncounter.Listed.class),
                            examples = @ExampleObject(name = "one", value = """
                                                    {"items":[{"codingCaseId":"0199d0a0-0000-7000-8000-0000000000c1","encounterId":"0199d0a0-0000-7000-8000-000000000021","patientId":"0199d0a0-0000-7000-8000-000000000011",
                                                    "serviceDate":"2026-03-02","chargeCents":17500,"codedAt":"2026-03-02T15:04:00Z"}]}""")))
    public Page<UncoveredEncounter> list(@BeanParam PageRequest page) {
        return encounters.list(page);
    }
}
