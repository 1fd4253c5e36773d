package org.superbill.coding.codingcase;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.superbill.servicekit.revision.Revision;

/** Who has a case, who has it open, and what holds it. */
@Path("/api/v1/coding-cases")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-case")
@Tag(name = "Coding cases", description = "An encounter's way from completed to coded")
class CaseHandsResource {
    private final CaseHands hands;

    CaseHandsResource(CaseHands hands) {
        this.hands = hands;
    }

    /** To whom a case goes. */
    @Schema(name = "CodingCaseAssignment")
    record AssignRequest(
            @Nullable
            @Size(min = 1, max = 100)
            @Schema(description = "The subject of the coder's token; the caller when absent")
            String coder) {}

    /** Why a case stays where it is. */
    @Schema(name = "CodingCaseHoldReason")
    record HoldRequest(
            @NotBlank @Size(max = 500) @Schema(description = "Without patient data")
            String reason) {}

    @POST
    @Path("{caseId}/assign")
    @PermissionsAllowed({"coding-case:write", "coding-case:distribute"})
    @Operation(
            operationId = "assignCodingCase",
            summary = "Give a case to a coder, take it, or hand it over",
            description =
                    "Whoever had it open has it no more; while it is open only they, whose case it is, and who may distribute cases"
                            + " hand it over. A coder without a credential in force gets no case.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssignRequest.class),
                            examples = @ExampleObject(name = "take it", value = "{}")))
    @APIResponse(
            responseCode = "200",
            description = "Assigned",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "assigned", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "The case is released or void, or another coder has it open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "422", description = "The coder may get no such case")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> assign(
            @RestPath UUID caseId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @Nullable AssignRequest request) {
        return tagged(hands.assign(caseId, expected, request == null ? null : request.coder()));
    }

    @POST
    @Path("{caseId}/open")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "openCodingCase",
            summary = "Open a case for the caller alone, or keep it open",
            description = "It ends by itself: lease.until says when. Coding opens the case too.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "open", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "Another coder has it open, or it is not in work")
    @APIResponse(responseCode = "422", description = "The caller may get no such case")
    public RestResponse<CodingCaseView> open(@RestPath UUID caseId) {
        return tagged(hands.open(caseId));
    }

    @POST
    @Path("{caseId}/close")
    @PermissionsAllowed("coding-case:write")
    @Operation(operationId = "closeCodingCase", summary = "Let others open a case that the caller has open")
    @APIResponse(
            responseCode = "200",
            description = "Open for nobody",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "closed", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "Another coder has it open")
    public RestResponse<CodingCaseView> close(@RestPath UUID caseId) {
        return tagged(hands.close(caseId));
    }

    @POST
    @Path("{caseId}/hold")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "holdCodingCase",
            summary = "Put a case on hold: it may be coded, but neither finalized nor released")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = HoldRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "report awaited",
                                            value = "{\"reason\":\"pathology report is awaited\"}")))
    @APIResponse(
            responseCode = "200",
            description = "On hold",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "held", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "The case is on hold already, released or void")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> hold(
            @RestPath UUID caseId,
            @RestHeader("If-Match") @Nullable Revision expected,
            @Valid @NotNull HoldRequest request) {
        return tagged(hands.hold(caseId, expected, request.reason()));
    }

    @POST
    @Path("{caseId}/end-hold")
    @PermissionsAllowed("coding-case:write")
    @Operation(operationId = "endHoldOfCodingCase", summary = "Take a case off hold")
    @APIResponse(
            responseCode = "200",
            description = "Not on hold",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodingCaseView.class),
                            examples = @ExampleObject(name = "not held", value = CodingCaseExamples.CASE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "409", description = "The case is not on hold")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<CodingCaseView> endHold(
            @RestPath UUID caseId, @RestHeader("If-Match") @Nullable Revision expected) {
        return tagged(hands.endHold(caseId, expected));
    }

    private static RestResponse<CodingCaseView> tagged(CodingCaseView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }
}
