package org.superbill.gateway.audittrail;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/audit-events")
@Produces(APPLICATION_JSON)
@Audited("audit-event")
@Tag(name = "Audit trail", description = "Who touched patient data, when, why and from where")
class AuditEventResource {

    private static final String EXAMPLE = """
            {"items": [{
              "id": "01966f2e-7c1a-7bd0-8f0e-3f6f5a1c2b11",
              "position": 1,
              "at": "2026-03-02T15:04:05.123456Z",
              "service": "patient-service",
              "actor": "front-desk@example.org",
              "action": "getPatient",
              "entityType": "patient",
              "entityId": "01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b",
              "outcome": "success",
              "purpose": "treatment",
              "address": "192.0.2.7",
              "requestId": "01966f2e-7c19-7111-8222-3f6f5a1c2b33",
              "patientIds": ["01966f2e-5d3b-7e4f-9a67-1c2d3e4f5a6b"],
              "hash": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"
            }]}""";

    private static final String INTACT = """
            {"intact": true, "complete": true, "entries": 1204, "head": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"}""";

    private final AuditTrail trail;

    AuditEventResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    @PermissionsAllowed("audit:read")
    @Operation(operationId = "listAuditEvents", summary = "List who touched patient data, newest last")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditEventPage.class),
                            examples = @ExampleObject(name = "read", value = EXAMPLE)))
    public Page<AuditEvent> list(
            @RestQuery
                    @Parameter(
                            description =
                                    "Only what touched the entity with this id; of a patient, all that was about the patient's encounters, claims and so on")
                    @Nullable
                    String subject,
            @RestQuery @Parameter(description = "Only what this caller (the token's sub) did") @Nullable String actor,
            @RestQuery @Parameter(description = "Only from this instant on") @Nullable Instant from,
            @RestQuery @Parameter(description = "Only before this instant") @Nullable Instant to,
            @BeanParam PageRequest page) {
        return trail.list(new AuditTrail.Query(subject, actor, from, to), page);
    }

    @GET
    @Path("verification")
    @PermissionsAllowed("audit:read")
    @Operation(
            operationId = "verifyAuditEvents",
            summary = "Compute the organization's chain of hashes again and say whether it is whole",
            description =
                    "From the beginning, or from an entry of which the hash was kept: after and head of an earlier answer. A long chain takes several calls: complete says so.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Verification.class),
                            examples = @ExampleObject(name = "intact", value = INTACT)))
    public Verification verify(
            @RestQuery
                    @DefaultValue("0")
                    @Parameter(description = "The position of the last entry that was found whole before; 0 for none")
                    long after,
            @RestQuery
                    @Parameter(
                            description = "Its hash, as an earlier answer's head",
                            example = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef")
                    @Nullable
                    String head) {
        return trail.verify(after, head);
    }

    /** A page, as the API document needs it said. */
    @Schema(name = "AuditEventPage")
    record AuditEventPage(List<AuditEvent> items, @Nullable String nextCursor) {}
}
