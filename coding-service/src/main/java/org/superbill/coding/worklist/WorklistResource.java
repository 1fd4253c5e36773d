package org.superbill.coding.worklist;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CodingCaseView;
import org.superbill.coding.codingcase.OpenCase;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Caller;

@Path("/api/v1/coding-worklist")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-case")
@Tag(name = "Coding worklist", description = "Which case comes first, and who gets it")
class WorklistResource {
    private static final String OPEN = """
            {"items":[{"id":"01980000-0000-7000-8000-000000000001","kind":"professional",\
            "encounterId":"01980000-0000-7000-8000-000000000002","setting":"office","status":"ready","specialty":"207Q00000X",\
            "payerId":"01980000-0000-7000-8000-000000000005","chargeCents":4200,"since":"2026-03-02","filingDeadline":"2026-05-31",\
            "dueOn":"2026-03-05","daysOverdue":0,"escalated":false,"held":false,"score":20}]}""";
    private static final String GIVEN = """
            {"id":"01980000-0000-7000-8000-000000000001","kind":"professional","encounterId":"01980000-0000-7000-8000-000000000002",\
            "encounterVersion":1,"patientId":"01980000-0000-7000-8000-000000000003","practitionerId":"01980000-0000-7000-8000-000000000004",\
            "setting":"office","status":"assigned","assignedTo":"ann","version":1,"serviceDate":"2026-03-02",\
            "services":[{"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"chargeCents":4200,"serviceDate":"2026-03-02"}],\
            "documents":[],"chargeCents":4200,"diagnoses":[],"presentOnAdmission":[],"lines":[],"procedures":[],"acknowledgements":[],\
            "unrelatedConditions":[],"findings":[],"warnings":[],"notes":[],"dueOn":"2026-03-05","passedThrough":false,\
            "createdAt":"2026-03-02T15:00:00Z","changedAt":"2026-03-02T15:04:00Z","revision":1}""";

    private final Worklists worklists;
    private final Caller caller;

    WorklistResource(Worklists worklists, Caller caller) {
        this.worklists = worklists;
        this.caller = caller;
    }

    /** A page of open cases, for the document. */
    @Schema(name = "OpenCodingCasePage")
    record Listed(List<OpenCase> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "listCodingWorklist",
            summary = "List the cases that are still to be coded, most urgent first",
            description =
                    "Urgent by what is charged, by the days since discharge and by how near the payer's filing limit is, as the coding policy"
                            + " weighs them.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "one", value = OPEN)))
    public Page<OpenCase> list(
            @Parameter(description = "`me`, `nobody`, or the subject of a coder's token", example = "me")
                    @RestQuery
                    @Nullable
                    String assignedTo,
            @Parameter(schema = @Schema(enumeration = {"ready", "assigned", "in-progress", "query-open"}))
                    @RestQuery
                    @Nullable
                    String status,
            @Parameter(schema = @Schema(enumeration = {"professional", "facility"})) @RestQuery @Nullable String kind,
            @Parameter(description = "Beginning of a provider taxonomy code", example = "207Q") @RestQuery @Nullable
                    String specialty,
            @RestQuery @Nullable UUID payerId,
            @RestQuery @Nullable Boolean held,
            @Parameter(description = "After its due day") @RestQuery @Nullable Boolean overdue,
            @Parameter(description = "Overdue for as long as the policy bears") @RestQuery @Nullable Boolean escalated,
            @Parameter(description = "`me`, or the subject of whom they were escalated to", example = "me")
                    @RestQuery
                    @Nullable
                    String escalatedTo,
            @BeanParam PageRequest page) {
        return worklists.list(
                WorklistParameters.filter(
                        assignedTo,
                        caller.subject(),
                        status,
                        kind,
                        specialty,
                        payerId,
                        held,
                        overdue,
                        escalated,
                        escalatedTo),
                page);
    }

    @POST
    @Path("next")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "takeNextCodingCase",
            summary =
                    "Take the most urgent case that nobody has and that fits the caller's credential, specialty and load")
    @APIResponse(
            responseCode = "200",
            description = "The caller's from now on",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "taken", value = GIVEN)))
    @APIResponse(responseCode = "204", description = "There is none, or the caller has no room for another")
    public RestResponse<CodingCaseView> next() {
        return worklists
                .next()
                .map(taken -> RestResponse.ResponseBuilder.ok(taken)
                        .header("ETag", new Revision(taken.revision()).etag())
                        .build())
                .orElseGet(RestResponse::noContent);
    }

    @POST
    @Path("distribute")
    @PermissionsAllowed("coding-case:distribute")
    @Operation(
            operationId = "distributeCodingCases",
            summary = "Give cases that nobody has to coders, by credential, specialty, load and the coding policy",
            description =
                    "The 500 most urgent ones at most; call again for more. Cases whose coder is not active any more or has no credential in"
                            + " force go to others, unless somebody has them open.")
    @APIResponse(
            responseCode = "200",
            description = "Who got which",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Distribution.class),
                            examples = @ExampleObject(name = "one", value = Distribution.EXAMPLE)))
    public RestResponse<Distribution> distribute() {
        return RestResponse.ok(worklists.distribute());
    }
}
