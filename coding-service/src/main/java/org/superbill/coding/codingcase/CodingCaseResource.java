package org.superbill.coding.codingcase;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.superbill.coding.codecheck.Checked;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/coding-cases")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-case")
@Tag(name = "Coding cases", description = "An encounter's way from completed to coded")
class CodingCaseResource {
    private static final String IF_MATCH = "If-Match";
    private final CodingCases cases;

    CodingCaseResource(CodingCases cases) {
        this.cases = cases;
    }

    /** A page of cases, for the document. */
    @Schema(name = "CodingCasePage")
    record Listed(List<CodingCaseView> items, @Nullable String nextCursor) {}

    /** Why a released case is opened again. */
    @Schema(name = "CodingCaseAmendment")
    record AmendRequest(
            @NotBlank @Size(max = 500) @Schema(description = "Without patient data")
            String reason) {}

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(operationId = "listCodingCases", summary = "List coding cases, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "one", value = CodingCaseExamples.PAGE)))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    public Page<CodingCaseView> list(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "ready",
                                                "assigned",
                                                "in-progress",
                                                "query-open",
                                                "coded",
                                                "in-audit",
                                                "released",
                                                "void"
                                            }))
                    @RestQuery
                    @Nullable
                    String status,
            @RestQuery @Nullable UUID encounterId,
            @Parameter(
                            description =
                                    "true: only those whose record has got a document since coding began, which nobody has looked at")
                    @RestQuery
                    boolean lateDocuments,
            @BeanParam PageRequest page) {
        return cases.list(status == null ? null : status(status), encounterId, lateDocuments, page);
    }

    @GET
    @Path("{caseId}")
    @PermissionsAllowed("coding-case:read")
    @Operation(operationId = "readCodingCase", summary = "Read a coding case; its ETag is what If-Match wants")
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "in work", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    public RestResponse<CodingCaseView> read(@RestPath UUID caseId) {
        return tagged(cases.read(caseId));
    }

    @GET
    @Path("{caseId}/versions")
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "listCodingCaseVersions",
            summary = "List what was told to billing, oldest first; a version is never changed")
    @APIResponse(
            responseCode = "200",
            description = "Empty until the case is finalized for the first time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodingCaseVersionView.class),
                            examples = @ExampleObject(name = "one", value = CodingCaseExamples.VERSIONS)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    public List<CodingCaseVersionView> versions(@RestPath UUID caseId) {
        return cases.versions(caseId);
    }

    @PUT
    @Path("{caseId}/coding")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "codeCodingCase",
            summary = "Set the codes of a case, all of them; the answer says what the rules find",
            description =
                    "A wrong code is not refused: it is kept and shown in findings[], each with rule, pointer, fix and source. Only finalizing"
                            + " needs it put right. The case stays open for the caller alone for as long as the policy says.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingRequest.class),
                            examples = {
                                @ExampleObject(name = "flu shot", value = CodingCaseExamples.FLU_SHOT),
                                @ExampleObject(name = "inpatient stay", value = CodingCaseExamples.STAY)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Kept, with findings",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "no findings", value = CodingCaseExamples.CASE)))
    @APIResponse(
            responseCode = "400",
            description = "Something cannot be a code, a number of units or a pointer at all")
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "The case is final or void, or another coder has it open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "The caller may get no such case")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> code(
            @RestPath UUID caseId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull CodingRequest coding) {
        return tagged(cases.code(caseId, expected, coding.coding()));
    }

    @POST
    @Path("{caseId}/finalize")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "finalizeCodingCase",
            summary = "Declare the codes final: the case is released and billing hears of it (encounter-coded)",
            description = "Where the coding policy wants an audit first, the case is coded and waits for it.")
    @APIResponse(
            responseCode = "200",
            description = "Released, or coded and waiting for an audit",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "released", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(
            responseCode = "409",
            description =
                    "The case is not in progress, on hold, or open elsewhere, or its record has got documents that nobody has looked at")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "422",
            description = "Findings are open; errors[] names each. Or the caller may get no such case")
    public RestResponse<CodingCaseView> finalizeCoding(
            @RestPath UUID caseId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(cases.finalizeCoding(caseId, expected));
    }

    @POST
    @Path("{caseId}/release")
    @PermissionsAllowed("coding-case:release")
    @Operation(
            operationId = "releaseCodingCase",
            summary = "Release a finalized case that waits for an audit, without one")
    @APIResponse(
            responseCode = "200",
            description = "Released; billing hears of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "released", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(
            responseCode = "409",
            description =
                    "The case is not finalized, on hold, or judged wrong by its audit, or its record has got documents that nobody has looked at")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> release(
            @RestPath UUID caseId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(cases.release(caseId, expected));
    }

    @GET
    @Path("{caseId}/versions/{version}/replay")
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "replayCodingCaseVersion",
            summary = "Judge a version anew by the rules of its own date, with the releases that are loaded now")
    @APIResponse(
            responseCode = "200",
            description = "What the rules find",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Checked.class),
                            examples = @ExampleObject(name = "nothing", value = CodingCaseExamples.CHECKED)))
    @APIResponse(responseCode = "404", description = "No such case, or no such version of it")
    public Checked replay(@RestPath UUID caseId, @RestPath int version) {
        return cases.replay(caseId, version);
    }

    @POST
    @Path("{caseId}/amend")
    @PermissionsAllowed("coding-case:write")
    @Operation(operationId = "amendCodingCase", summary = "Open a released case again as its next version")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AmendRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "wrong side",
                                            value = "{\"reason\":\"laterality was wrong\"}")))
    @APIResponse(
            responseCode = "200",
            description = "In progress as the next version; what was released is kept",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "version 2", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "The case is not released")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> amend(
            @RestPath UUID caseId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull AmendRequest request) {
        return tagged(cases.amend(caseId, expected, request.reason()));
    }

    private static RestResponse<CodingCaseView> tagged(CodingCaseView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }

    private static CaseStatus status(String text) {
        return CaseStatus.of(text)
                .orElseThrow(() -> new Problem(
                        KitProblem.VALIDATION_FAILED,
                        "A query parameter is not valid",
                        new FieldError("?status", "unknown-status", "status is not one of a coding case")));
    }
}
