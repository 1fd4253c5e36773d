package org.superbill.coding.codingaudit;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/coding-audits")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-audit")
@Tag(name = "Coding audits", description = "Second looks at what coders coded, before the bill and after it")
class AuditResource {
    private static final String DRAWN =
            "[{\"caseId\":\"01980000-0000-7000-8000-000000000001\",\"version\":1,\"stratum\":\"ann\"}]";

    /** Why an audit ends. */
    @Schema(name = "CodingAuditEnd")
    record Cancellation(@NotBlank @Size(max = 1_000) String reason) {}

    private final CodingAudits audits;

    AuditResource(CodingAudits audits) {
        this.audits = audits;
    }

    @POST
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "beginCodingAudit",
            summary = "Begin an audit: its sample is drawn at random from the finalized cases that fit",
            description =
                    "Before the bill the drawn cases are in audit from now on; those without an error are released as they are judged.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditPlan.class),
                            examples = @ExampleObject(name = "new coders", value = AuditPlan.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingAuditView.class),
                            examples = @ExampleObject(name = "new coders", value = CodingAuditView.EXAMPLE)))
    @APIResponse(responseCode = "422", description = "No finalized case fits")
    public RestResponse<CodingAuditView> begin(@Valid @NotNull AuditPlan plan) {
        var audit = audits.begin(plan);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, audit)
                .location(URI.create("/api/v1/coding-audits/" + audit.id()))
                .build();
    }

    @GET
    @PermissionsAllowed("coding-audit:read")
    @Operation(operationId = "listCodingAudits", summary = "List audits with what they have come to, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingAuditView.Listed.class),
                            examples = @ExampleObject(name = "one", value = CodingAuditView.PAGE_EXAMPLE)))
    public Page<CodingAuditView> list(@BeanParam PageRequest page) {
        return audits.list(page);
    }

    @GET
    @Path("{auditId}")
    @PermissionsAllowed("coding-audit:read")
    @Operation(operationId = "readCodingAudit", summary = "Read an audit with what it has come to")
    @APIResponse(
            responseCode = "200",
            description = "The audit",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingAuditView.class),
                            examples = @ExampleObject(name = "new coders", value = CodingAuditView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such audit in the caller's organization")
    public CodingAuditView read(@RestPath UUID auditId) {
        return audits.read(auditId);
    }

    @POST
    @Path("{auditId}/cancel")
    @PermissionsAllowed({"coding-audit:write", "coding-policy:write"})
    @Operation(
            operationId = "cancelCodingAudit",
            summary = "End an audit before all of it is judged",
            description =
                    "By who began it, or who keeps the coding policy. Items that nobody has judged are `cancelled`, and their cases are as they were before they were drawn; what is judged stays judged.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Cancellation.class),
                            examples =
                                    @ExampleObject(
                                            name = "another payer",
                                            value = "{\"reason\":\"drawn of the wrong payer\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingAuditView.class),
                            examples = @ExampleObject(name = "new coders", value = CodingAuditView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "Another began it")
    @APIResponse(responseCode = "404", description = "No such audit in the caller's organization")
    @APIResponse(responseCode = "409", description = "No item of it is open")
    public CodingAuditView cancel(@RestPath UUID auditId, @Valid @NotNull Cancellation cancellation) {
        return audits.cancel(auditId, cancellation.reason());
    }

    @GET
    @Path("{auditId}/sample")
    @PermissionsAllowed("coding-audit:read")
    @Operation(
            operationId = "drawCodingAuditSampleAgain",
            summary = "Draw the sample again from the population that was kept, with the audit's seed: the same cases",
            description =
                    "For each stratum in its order: its cases in the order of their ids, shuffled by java.util.Collections.shuffle with one"
                            + " java.util.Random of the seed, the first of them taken. A blind audit tells the strata when all is judged.")
    @APIResponse(
            responseCode = "200",
            description = "The drawn cases, as drawn",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Sample.Member.class),
                            examples = @ExampleObject(name = "one", value = DRAWN)))
    @APIResponse(responseCode = "404", description = "No such audit in the caller's organization")
    public List<Sample.Member> sample(@RestPath UUID auditId) {
        return audits.drawAgain(auditId);
    }
}
