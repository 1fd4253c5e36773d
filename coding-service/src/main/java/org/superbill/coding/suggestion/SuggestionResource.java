package org.superbill.coding.suggestion;

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

@Path("/api/v1/coding-cases/{caseId}/suggestions")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-case")
@Tag(name = "Suggested codes", description = "Codes that notes support, with evidence; never final without a person")
class SuggestionResource {
    private static final String IF_MATCH = "If-Match";

    private final Suggestions suggestions;

    SuggestionResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** A page of suggestions, for the document. */
    @Schema(name = "SuggestionPage")
    record Listed(List<SuggestionView> items, @Nullable String nextCursor) {}

    /** Why a suggestion is wrong. */
    @Schema(name = "SuggestionRejection")
    record RejectRequest(
            @NotBlank @Size(max = 200) @Schema(description = "Without patient data")
            String reason) {}

    @POST
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "suggestCodesForCase",
            summary = "Read the notes of a case and propose codes for it",
            description =
                    "What the caller was proposed before and nobody has decided on gives way. The case is still to be coded, and no other has it. The notes are read together and not kept: of the evidence only its place is. "
                            + "Without notes the documents of the record are read. Setting and date are the case's own: a contrary one is refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NotesRequest.class),
                            examples = {
                                @ExampleObject(name = "an office note", value = SuggestionExamples.NOTES),
                                @ExampleObject(name = "the documents of the record", value = "{}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Proposals, the most important first, and what is abstained on",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaseSuggestionsView.class),
                            examples = @ExampleObject(name = "one of each", value = SuggestionExamples.OF_CASE)))
    @APIResponse(
            responseCode = "400",
            description = "The setting or the date is not the case's, or there is nothing to read")
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    @APIResponse(responseCode = "403", description = "Another coder has the case")
    @APIResponse(responseCode = "409", description = "The case is final or void, or another coder has it open")
    @APIResponse(
            responseCode = "422",
            description = "No release of ICD-10-CM that was in force on the case's day is loaded")
    @APIResponse(
            responseCode = "503",
            description = "The terms of the code sets are still being read, or the record cannot be read just now")
    public CaseSuggestionsView suggest(@RestPath UUID caseId, @Valid @NotNull NotesRequest request) {
        return suggestions.suggest(caseId, request);
    }

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "listSuggestions",
            summary = "List the suggestions of a case with what was decided on them")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first; evidence without its text, since notes are not kept",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples = @ExampleObject(name = "one", value = SuggestionExamples.LISTED)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    public Page<SuggestionView> list(@RestPath UUID caseId, @BeanParam PageRequest page) {
        return suggestions.list(caseId, page);
    }

    @POST
    @Path("{suggestionId}/accept")
    @PermissionsAllowed("coding-case:write")
    @Operation(
            operationId = "acceptSuggestion",
            summary = "Accept a suggestion",
            description =
                    "It is counted, once for each case and code, where the notes were documents of the record. The case's codes are still what `PUT …/coding` says.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SuggestionView.class),
                            examples = @ExampleObject(name = "accepted", value = SuggestionExamples.ACCEPTED)))
    @APIResponse(responseCode = "404", description = "No such suggestion of the case")
    @APIResponse(responseCode = "403", description = "Another coder has the case")
    @APIResponse(
            responseCode = "409",
            description = "It was decided on already, the case is final or void, or another coder has it open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<SuggestionView> accept(
            @RestPath UUID caseId, @RestPath UUID suggestionId, @RestHeader(IF_MATCH) @Nullable Revision expected) {
        return tagged(suggestions.decide(caseId, suggestionId, expected, SuggestionStatus.ACCEPTED, null));
    }

    @POST
    @Path("{suggestionId}/reject")
    @PermissionsAllowed("coding-case:write")
    @Operation(operationId = "rejectSuggestion", summary = "Reject a suggestion, saying why")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RejectRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "past",
                                            value = "{\"reason\":\"the exacerbation was last month\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Rejected",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SuggestionView.class),
                            examples = @ExampleObject(name = "rejected", value = SuggestionExamples.REJECTED)))
    @APIResponse(responseCode = "404", description = "No such suggestion of the case")
    @APIResponse(responseCode = "403", description = "Another coder has the case")
    @APIResponse(
            responseCode = "409",
            description = "It was decided on already, the case is final or void, or another coder has it open")
    @APIResponse(responseCode = "412", description = "If-Match is stale")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<SuggestionView> reject(
            @RestPath UUID caseId,
            @RestPath UUID suggestionId,
            @RestHeader(IF_MATCH) @Nullable Revision expected,
            @Valid @NotNull RejectRequest request) {
        return tagged(suggestions.decide(caseId, suggestionId, expected, SuggestionStatus.REJECTED, request.reason()));
    }

    private static RestResponse<SuggestionView> tagged(SuggestionView view) {
        return RestResponse.ResponseBuilder.ok(view).header("ETag", view.etag()).build();
    }
}
