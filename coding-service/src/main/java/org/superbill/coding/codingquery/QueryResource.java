package org.superbill.coding.codingquery;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coding-queries")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-query")
@Tag(name = "Coding queries", description = "Questions to clinicians where the record is unclear")
class QueryResource {
    private static final String IF_MATCH = "If-Match";

    private final Queries queries;

    QueryResource(Queries queries) {
        this.queries = queries;
    }

    /** Why a question is not needed any more. */
    @Schema(name = "CodingQueryWithdrawal")
    record WithdrawRequest(
            @NotBlank @Size(max = 500) @Schema(description = "Without patient data")
            String reason) {}

    @GET
    @PermissionsAllowed("coding-query:read")
    @Operation(operationId = "listCodingQueries", summary = "List queries, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.Listed.class),
                            examples = @ExampleObject(name = "one", value = QueryView.PAGE_EXAMPLE)))
    public Page<QueryView> list(
            @Parameter(schema = @Schema(enumeration = {"draft", "open", "answered", "withdrawn"})) @RestQuery @Nullable
                    String status,
            @RestQuery @Nullable UUID caseId,
            @Parameter(description = "Whom they are for") @RestQuery @Nullable UUID practitionerId,
            @Parameter(description = "The subject of the coder's token", example = "ann") @RestQuery @Nullable
                    String askedBy,
            @Parameter(description = "The subject of who is told of overdue ones", example = "physician-advisor")
                    @RestQuery
                    @Nullable
                    String escalatedTo,
            @BeanParam PageRequest page) {
        return queries.list(
                new QueryFilter(status == null ? null : known(status), caseId, practitionerId, askedBy, escalatedTo),
                page);
    }

    @GET
    @Path("{queryId}")
    @PermissionsAllowed("coding-query:read")
    @Operation(operationId = "readCodingQuery", summary = "Read a query; its ETag is what If-Match wants")
    @APIResponse(
            responseCode = "200",
            description = "The query",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    public RestResponse<QueryView> read(@RestPath UUID queryId) {
        return tagged(queries.read(queryId));
    }

    @PUT
    @Path("{queryId}")
    @PermissionsAllowed("coding-query:write")
    @Operation(operationId = "rewriteCodingQuery", summary = "Write a draft anew, all of it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryText.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryText.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Kept, with findings",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "503",
            description = "The record, or the terms that a yes/no query is compared with, cannot be read just now")
    public RestResponse<QueryView> rewrite(
            @RestPath UUID queryId, @RestHeader(IF_MATCH) @Nullable Revision expected, @Valid @NotNull QueryText text) {
        return tagged(queries.rewrite(queryId, text, expected));
    }

    @POST
    @Path("{queryId}/send")
    @PermissionsAllowed("coding-query:write")
    @Operation(
            operationId = "sendCodingQuery",
            summary = "Send a query to the clinician (coding-query-opened); its case waits until it is closed")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    @APIResponse(responseCode = "409", description = "It is sent already, or its case is not in work")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "It is not compliant; errors[] names each reason")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "503",
            description = "The record, or the terms that a yes/no query is compared with, cannot be read just now")
    public RestResponse<QueryView> send(@RestPath UUID queryId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(queries.send(queryId, expected));
    }

    @POST
    @Path("{queryId}/answer")
    @PermissionsAllowed("coding-query:answer")
    @Operation(
            operationId = "answerCodingQuery",
            summary = "Answer a query (coding-query-answered); the case goes on when none is open any more",
            description =
                    "The token says which practitioner its bearer is (`practitioner`) or stands in for (`covers_for`); only a query for one of them is answered, and one"
                            + " that was escalated to the caller. A token that says neither answers none, unless the coding policy has `queries.answerWithoutPractitioner`. answeredBy and answeredFor say who answered for whom.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryAnswer.class),
                            examples = {
                                @ExampleObject(name = "an option", value = "{\"option\":0}"),
                                @ExampleObject(name = "own words", value = "{\"text\":\"SIADH\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Answered",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "The answer does not fit the question")
    @APIResponse(responseCode = "403", description = "The query is for somebody else")
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    @APIResponse(responseCode = "409", description = "It is not open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<QueryView> answer(
            @RestPath UUID queryId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull QueryAnswer answer) {
        return tagged(queries.answer(queryId, answer, expected));
    }

    @POST
    @Path("{queryId}/withdraw")
    @PermissionsAllowed("coding-query:write")
    @Operation(operationId = "withdrawCodingQuery", summary = "Withdraw a query that is not needed any more")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WithdrawRequest.class),
                            examples = @ExampleObject(name = "addendum", value = "{\"reason\":\"an addendum came\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    @APIResponse(responseCode = "409", description = "It is closed already")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<QueryView> withdraw(
            @RestPath UUID queryId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull WithdrawRequest request) {
        return tagged(queries.withdraw(queryId, request.reason(), expected));
    }

    @POST
    @Path("{queryId}/remind")
    @PermissionsAllowed("coding-query:write")
    @Operation(
            operationId = "remindOfCodingQuery",
            summary = "Remind the clinician of an open query now; the policy's reminders go on from here")
    @APIResponse(
            responseCode = "200",
            description = "Reminded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QueryView.class),
                            examples = @ExampleObject(name = "laboratory", value = QueryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such query in the caller's organization")
    @APIResponse(responseCode = "409", description = "It is not open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<QueryView> remind(@RestPath UUID queryId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(queries.remind(queryId, expected));
    }

    private static RestResponse<QueryView> tagged(QueryView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }

    private static QueryStatus known(String status) {
        return QueryStatus.of(status)
                .orElseThrow(() -> new Problem(
                        KitProblem.VALIDATION_FAILED,
                        "A query parameter is not valid",
                        new FieldError("?status", "unknown-status", "status is not one of a coding query")));
    }
}
