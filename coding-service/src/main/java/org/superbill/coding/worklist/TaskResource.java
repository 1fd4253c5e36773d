package org.superbill.coding.worklist;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseTaskView;
import org.superbill.coding.codingcase.CaseTasks;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.security.Caller;

@Path("/api/v1/coding-worklist/tasks")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-task")
@Tag(name = "Coding worklist")
class TaskResource {
    private static final String TASK = """
            {"id":"01980000-0000-7000-8000-000000000021","kind":"late-document","caseId":"01980000-0000-7000-8000-000000000001",\
            "encounterId":"01980000-0000-7000-8000-000000000002","documentId":"01980000-0000-7000-8000-000000000009",\
            "documentKind":"pathology","raisedBy":"clinician","raisedAt":"2026-03-04T09:00:00Z","assignedTo":"ann","dueOn":"2026-03-11","daysOverdue":0}""";

    private final CaseTasks tasks;
    private final Caller caller;

    TaskResource(CaseTasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** A page of tasks, for the document. */
    @Schema(name = "CodingTaskPage")
    record Listed(List<CaseTaskView> items, @Nullable String nextCursor) {}

    /** Why nothing is amended. */
    @Schema(name = "CodingTaskDismissal")
    record DismissRequest(
            @NotBlank @Size(max = 500) @Schema(description = "Without patient data")
            String reason) {}

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "listCodingTasks",
            summary = "List what is to be done with cases beside coding them, oldest first",
            description =
                    "A document came when coding had begun or was over: somebody looks at it. An audit upheld an error after the bill, or a question about a released case is answered: the case is amended. Another has taken the case.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + TASK + "]}")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public Page<CaseTaskView> list(
            @Parameter(description = "`me`, `nobody`, or the subject of a token", example = "me") @RestQuery @Nullable
                    String assignedTo,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "late-document",
                                                "audit-error",
                                                "query-answered",
                                                "handed-over"
                                            }))
                    @RestQuery
                    @Nullable
                    String kind,
            @Parameter(description = "true: only those after their due day") @RestQuery boolean overdue,
            @Parameter(description = "true: those that are closed instead") @RestQuery boolean closed,
            @BeanParam PageRequest page) {
        return tasks.list(
                closed,
                WorklistParameters.taskKind(kind),
                WorklistParameters.coder(assignedTo, caller.subject()),
                overdue,
                page);
    }

    @POST
    @Path("{taskId}/dismiss")
    @PermissionsAllowed({"coding-audit:write", "coding-case:write", "coding-case:distribute"})
    @Operation(
            operationId = "dismissCodingTask",
            summary = "Decide that nothing is to be done, or has been already",
            description =
                    "Of an error that was upheld after the bill, by an auditor; of an answer that came after the release, or a case that was handed over, by whose task it is or who leads the coders.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DismissRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "amended before",
                                            value = "{\"reason\":\"amended after the denial\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaseTaskView.class),
                            examples = @ExampleObject(name = "one", value = TASK)))
    @APIResponse(responseCode = "403", description = "It is another's task, or for an auditor to decide on")
    @APIResponse(responseCode = "404", description = "No such task in the caller's organization")
    @APIResponse(responseCode = "409", description = "The task is closed, or a late document's")
    public CaseTaskView dismiss(@RestPath UUID taskId, @Valid @NotNull DismissRequest request) {
        return tasks.dismiss(taskId, request.reason());
    }
}
