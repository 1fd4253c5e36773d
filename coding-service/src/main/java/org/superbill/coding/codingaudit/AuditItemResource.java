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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coding-audits/{auditId}/items")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-audit-item")
@Tag(name = "Coding audits")
class AuditItemResource {
    private static final String IF_MATCH = "If-Match";

    private final AuditItems items;

    AuditItemResource(AuditItems items) {
        this.items = items;
    }

    /** Why a coder does not agree. */
    @Schema(name = "CodingAuditRebuttal")
    record Rebuttal(@NotBlank @Size(max = 4_000) String reason) {}

    /** Whether the errors stand. */
    @Schema(name = "CodingAuditDecision")
    record Decision(
            @NotNull @Schema(description = "false: the coder was right")
            Boolean upheld,

            @NotBlank @Size(max = 4_000) String reason) {}

    /** What is done so that it does not happen again. */
    @Schema(name = "CodingAuditCorrectiveAction")
    record CorrectiveAction(
            @NotBlank @Size(max = 1_000) String action,
            @NotNull LocalDate dueOn) {}

    @GET
    @PermissionsAllowed("coding-audit:read")
    @Operation(
            operationId = "listCodingAuditItems",
            summary = "List the drawn cases; a blind audit hides coder and codes of those that are not judged yet")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.Listed.class),
                            examples = @ExampleObject(name = "one", value = AuditItemView.PAGE_EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such audit in the caller's organization")
    public Page<AuditItemView> list(@RestPath UUID auditId, @BeanParam PageRequest page) {
        return items.list(auditId, page);
    }

    @GET
    @Path("{itemId}")
    @PermissionsAllowed("coding-audit:read")
    @Operation(operationId = "readCodingAuditItem", summary = "Read a drawn case; its ETag is what If-Match wants")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    public RestResponse<AuditItemView> read(@RestPath UUID auditId, @RestPath UUID itemId) {
        return tagged(items.read(auditId, itemId));
    }

    @GET
    @Path("{itemId}/replay")
    @PermissionsAllowed("coding-audit:read")
    @Operation(
            operationId = "replayCodingAuditItem",
            summary =
                    "Judge a drawn case anew by the rules of its own date: what was coded, and what the auditor says is right")
    @APIResponse(
            responseCode = "200",
            description = "What the rules find, with the releases that are loaded now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditReplayView.class),
                            examples = @ExampleObject(name = "the side was known", value = AuditReplayView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    public AuditReplayView replay(@RestPath UUID auditId, @RestPath UUID itemId) {
        return items.replay(auditId, itemId);
    }

    @POST
    @Path("{itemId}/take")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "takeCodingAuditItem",
            summary = "Take an item of a blind audit: the caller judges it",
            description =
                    "Its case is kept from who has taken it alone, until it is judged; everybody else sees it, and who has seen it since does not take it over. While nobody has taken it, the case is kept from everybody who may judge it.")
    @APIResponse(
            responseCode = "200",
            description = "Taken, also from another who does not come to it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "open", value = AuditItemView.TAKEN)))
    @APIResponse(responseCode = "403", description = "The caller coded the case, or has seen it")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is judged already, or of an audit that is not blind")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> take(
            @RestPath UUID auditId, @RestPath UUID itemId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(items.take(auditId, itemId, expected));
    }

    @POST
    @Path("{itemId}/recuse")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "recuseFromCodingAuditItem",
            summary = "Leave an item of a blind audit to others: the caller does not judge it",
            description =
                    "Its case, and what other audits say of it, is not kept from the caller any more: e.g. to decide on a rebuttal there.")
    @APIResponse(
            responseCode = "200",
            description = "Left to others; who had taken it has it no more",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "open", value = AuditItemView.TAKEN)))
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is not open, or of an audit that is not blind")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> recuse(
            @RestPath UUID auditId, @RestPath UUID itemId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(items.recuse(auditId, itemId, expected));
    }

    @POST
    @Path("{itemId}/judge")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "judgeCodingAuditItem",
            summary = "Say what is right; the differences are the errors",
            description =
                    "Who judged may judge again until the coder has answered or somebody has decided: the later judgment takes the place of the earlier one. Not in a blind audit, whose codes are shown by then, nor before the bill once the case has left the audit.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditJudgment.class),
                            examples = @ExampleObject(name = "strep", value = AuditJudgment.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Judged, with score and errors",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description =
                    "The audit is by DRG and the judgment says none; the rules find errors in what is said to be right, each with its pointer")
    @APIResponse(responseCode = "403", description = "The caller coded the case, or another has taken the item")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(
            responseCode = "409",
            description =
                    "The coder has answered already, or somebody has decided; judged before, and the audit is blind or the case, before the bill, not in audit any more")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> judge(
            @RestPath UUID auditId,
            @RestPath UUID itemId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull AuditJudgment judgment) {
        return tagged(items.judge(auditId, itemId, judgment, expected));
    }

    @POST
    @Path("{itemId}/price-again")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "priceCodingAuditItemAgain",
            summary = "Ask billing again what the payer allows for both codings, by the contracts that it has now",
            description = "The answer comes a moment later: `effect.pricedAt` is then after `effect.askedAt`.")
    @APIResponse(
            responseCode = "200",
            description = "Asked; the answer before stays until the next one is there",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is not judged, or has no errors")
    public RestResponse<AuditItemView> priceAgain(@RestPath UUID auditId, @RestPath UUID itemId) {
        return tagged(items.priceAgain(auditId, itemId));
    }

    @POST
    @Path("{itemId}/accept")
    @PermissionsAllowed("coding-audit:rebut")
    @Operation(operationId = "acceptCodingAuditItem", summary = "Accept the errors, as the coder of the case")
    @APIResponse(
            responseCode = "200",
            description = "Upheld; before the bill the case is the coder's again",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "Another coded the case")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is not the coder's turn")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> accept(
            @RestPath UUID auditId, @RestPath UUID itemId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(items.accept(auditId, itemId, expected));
    }

    @POST
    @Path("{itemId}/rebut")
    @PermissionsAllowed("coding-audit:rebut")
    @Operation(operationId = "rebutCodingAuditItem", summary = "Rebut the errors, as the coder of the case")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Rebuttal.class),
                            examples =
                                    @ExampleObject(
                                            name = "negative",
                                            value = "{\"reason\":\"the test was of another day\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Rebutted; another decides",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "Another coded the case")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is not the coder's turn, or the time for a rebuttal is over")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> rebut(
            @RestPath UUID auditId,
            @RestPath UUID itemId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Rebuttal rebuttal) {
        return tagged(items.rebut(auditId, itemId, rebuttal.reason(), expected));
    }

    @POST
    @Path("{itemId}/decide")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "decideCodingAuditItem",
            summary = "Decide on a rebuttal, or without one when its time is over: whether the errors stand")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Decision.class),
                            examples =
                                    @ExampleObject(
                                            name = "the coder was right",
                                            value = "{\"upheld\":false,\"reason\":\"the coder is right\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The caller coded the case, or judged it where duties are apart")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "It is not rebutted, and still may be")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> decide(
            @RestPath UUID auditId,
            @RestPath UUID itemId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull Decision decision) {
        return tagged(items.decide(auditId, itemId, decision.upheld(), decision.reason(), expected));
    }

    @POST
    @Path("{itemId}/corrective-action")
    @PermissionsAllowed("coding-audit:write")
    @Operation(
            operationId = "planCodingAuditCorrectiveAction",
            summary = "Say what is done so that errors that stand do not happen again")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectiveAction.class),
                            examples =
                                    @ExampleObject(
                                            name = "practice",
                                            value =
                                                    "{\"action\":\"five practice cases on pharyngitis\",\"dueOn\":\"2026-04-30\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Planned",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "It would be due in the past")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "The errors do not stand, or there is a corrective action")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> plan(
            @RestPath UUID auditId,
            @RestPath UUID itemId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull CorrectiveAction planned) {
        return tagged(items.plan(auditId, itemId, planned.action(), planned.dueOn(), expected));
    }

    @POST
    @Path("{itemId}/corrective-action/done")
    @PermissionsAllowed("coding-audit:write")
    @Operation(operationId = "finishCodingAuditCorrectiveAction", summary = "Say that the corrective action is done")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AuditItemView.class),
                            examples = @ExampleObject(name = "audited", value = AuditItemView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The caller coded the case")
    @APIResponse(responseCode = "404", description = "No such audit, or no such item of it")
    @APIResponse(responseCode = "409", description = "There is no corrective action, or it is done")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<AuditItemView> done(
            @RestPath UUID auditId, @RestPath UUID itemId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(items.done(auditId, itemId, expected));
    }

    private static RestResponse<AuditItemView> tagged(AuditItemView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }
}
