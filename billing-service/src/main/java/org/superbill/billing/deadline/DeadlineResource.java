package org.superbill.billing.deadline;

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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/deadlines")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
@Idempotent
class DeadlineResource {
    private static final String IF_MATCH = "If-Match";
    private static final String DEADLINE = """
            {"id":"0199d0a0-0000-7000-8000-0000000000d1","kind":"timely-filing","subject":"claim","subjectId":"0199d0a0-0000-7000-8000-000000000051",
            "dueOn":"2027-03-02","alarmOn":"2027-02-16","owner":"biller","basis":"Medicare receives claims within one calendar year of the service (42 CFR 424.44)",
            "state":"open","openedAt":"2026-03-02T15:04:00Z"}""";

    private final Deadlines deadlines;

    DeadlineResource(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Who takes it. */
    @Schema(name = "DeadlineAssignment")
    record Assign(
            @Schema(description = "The subject of a token; the caller when absent") @Nullable @Size(min = 1, max = 200)
            String assignee) {}

    /** What became of it. */
    @Schema(name = "DeadlineClosing")
    record Close(
            @Schema(description = "true: it was done; false: it does not matter any more") @NotNull
            Boolean done,

            @NotBlank @Size(max = 200) String because) {}

    @GET
    @PermissionsAllowed("deadline:read")
    @Operation(
            operationId = "listDeadlines",
            summary = "Deadlines, in the order in which they were opened",
            description =
                    "What is near: `state=open&alarmed=true`, or `dueBy`. What nobody did in time: `state=passed`; it stays until it is done or closed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deadlines",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadlineView.Listed.class),
                            examples = @ExampleObject(name = "deadlines", value = "{\"items\":[" + DEADLINE + "]}")))
    public Page<DeadlineView> list(
            @RestQuery @Nullable DeadlineKind kind,
            @RestQuery @Nullable DeadlineState state,
            @RestQuery @Nullable DeadlineOwner owner,
            @RestQuery @Nullable UUID subjectId,
            @RestQuery @Nullable LocalDate dueBy,
            @RestQuery @Nullable Boolean alarmed,
            @BeanParam PageRequest page) {
        return deadlines.list(new DeadlineFilter(kind, state, owner, subjectId, dueBy, alarmed), page);
    }

    @GET
    @Path("{deadlineId}")
    @PermissionsAllowed("deadline:read")
    @Operation(operationId = "getDeadline", summary = "A deadline")
    @APIResponse(
            responseCode = "200",
            description = "The deadline; its ETag is what a write names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadlineView.class),
                            examples = @ExampleObject(name = "deadline", value = DEADLINE)))
    @APIResponse(responseCode = "404", description = "deadline-not-found")
    public RestResponse<DeadlineView> get(@RestPath UUID deadlineId) {
        return answer(deadlines.get(deadlineId));
    }

    @POST
    @Path("{deadlineId}/assign")
    @Audited("deadline")
    @PermissionsAllowed("deadline:write")
    @Operation(operationId = "assignDeadline", summary = "Take a deadline, or give it to somebody")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Assign.class),
                            examples = @ExampleObject(name = "somebody else", value = "{\"assignee\":\"ann\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The deadline",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadlineView.class),
                            examples = @ExampleObject(name = "deadline", value = DEADLINE)))
    @APIResponse(responseCode = "404", description = "deadline-not-found")
    @APIResponse(responseCode = "409", description = "deadline-closed")
    public RestResponse<DeadlineView> assign(
            @RestPath UUID deadlineId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Assign request) {
        return answer(deadlines.assign(deadlineId, expected, request.assignee()));
    }

    @POST
    @Path("{deadlineId}/close")
    @Audited("deadline")
    @PermissionsAllowed("deadline:write")
    @Operation(operationId = "closeDeadline", summary = "Close what the system cannot see done")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Close.class),
                            examples =
                                    @ExampleObject(
                                            name = "done by telephone",
                                            value =
                                                    "{\"done\":true,\"because\":\"The payer confirmed receipt by telephone\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The deadline",
            content =
                    @Content(
                            schema = @Schema(implementation = DeadlineView.class),
                            examples = @ExampleObject(name = "deadline", value = DEADLINE)))
    @APIResponse(responseCode = "404", description = "deadline-not-found")
    @APIResponse(responseCode = "409", description = "deadline-closed")
    public RestResponse<DeadlineView> close(
            @RestPath UUID deadlineId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Close request) {
        return answer(deadlines.close(deadlineId, expected, request.done(), request.because()));
    }

    private static RestResponse<DeadlineView> answer(DeadlineView deadline) {
        return ResponseBuilder.ok(deadline)
                .header("ETag", deadline.revision().etag())
                .build();
    }
}
