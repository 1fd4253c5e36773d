package org.superbill.coding.discussion;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codenote.CodeNoteDetails;
import org.superbill.coding.codenote.CodeNoteView;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/coding-cases/{caseId}/discussion")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Audited("coding-comment")
@Tag(name = "Coding discussion", description = "What coders say to each other about a case")
class DiscussionResource {
    private static final String NOTE = """
            {"id":"01980000-0000-7000-8000-000000000020","codes":["J069"],"text":"With a positive strep test code J02.0.",\
            "commentId":"01980000-0000-7000-8000-000000000060","madeBy":"ann","madeAt":"2026-03-02T15:00:00Z"}""";

    private final Discussions discussions;

    DiscussionResource(Discussions discussions) {
        this.discussions = discussions;
    }

    /** What somebody says. */
    @Schema(name = "CodingCommentText")
    record Said(
            @NotBlank @Size(max = 4_000) @Schema(description = "Who is called with @ finds it under /coding-mentions")
            String text,

            @Nullable @Schema(description = "A comment of the case; a question by itself when absent")
            UUID replyTo) {}

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(operationId = "listCodingDiscussion", summary = "List what was said about a case, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommentView.Listed.class),
                            examples = @ExampleObject(name = "one", value = CommentView.PAGE_EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's organization")
    public Page<CommentView> list(@RestPath UUID caseId, @BeanParam PageRequest page) {
        return discussions.list(caseId, page);
    }

    @POST
    @PermissionsAllowed({"coding-case:write", "coding-audit:write"})
    @Operation(operationId = "sayInCodingDiscussion", summary = "Ask or say something about a case")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Said.class),
                            examples =
                                    @ExampleObject(
                                            name = "question",
                                            value = "{\"text\":\"@bob do we code the strep test here?\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Said",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommentView.class),
                            examples = @ExampleObject(name = "question", value = CommentView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such case, or no such comment on it")
    public RestResponse<CommentView> say(@RestPath UUID caseId, @Valid @NotNull Said said) {
        return RestResponse.status(RestResponse.Status.CREATED, discussions.say(caseId, said.text(), said.replyTo()));
    }

    @POST
    @Path("{commentId}/resolve")
    @PermissionsAllowed({"coding-case:write", "coding-audit:write"})
    @Operation(operationId = "resolveCodingComment", summary = "Resolve a question")
    @APIResponse(
            responseCode = "200",
            description = "Resolved",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommentView.class),
                            examples = @ExampleObject(name = "question", value = CommentView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such case, or no such comment on it")
    @APIResponse(responseCode = "409", description = "It is a reply")
    public RestResponse<CommentView> resolve(@RestPath UUID caseId, @RestPath UUID commentId) {
        return RestResponse.ok(discussions.resolve(caseId, commentId));
    }

    @POST
    @Path("{commentId}/reopen")
    @PermissionsAllowed({"coding-case:write", "coding-audit:write"})
    @Operation(operationId = "reopenCodingComment", summary = "Open a resolved question again")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CommentView.class),
                            examples = @ExampleObject(name = "question", value = CommentView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such case, or no such comment on it")
    @APIResponse(responseCode = "409", description = "It is a reply")
    public RestResponse<CommentView> reopen(@RestPath UUID caseId, @RestPath UUID commentId) {
        return RestResponse.ok(discussions.reopen(caseId, commentId));
    }

    @POST
    @Path("{commentId}/note")
    @PermissionsAllowed("coding-note:write")
    @Operation(
            operationId = "makeCodingNoteOfComment",
            summary =
                    "Make the organization's note of what was agreed on: it is shown wherever one of the codes is used")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNoteDetails.class),
                            examples =
                                    @ExampleObject(
                                            name = "strep",
                                            value =
                                                    "{\"codes\":[\"J06.9\"],\"text\":\"With a positive strep test code J02.0.\"}")))
    @APIResponse(
            responseCode = "201",
            description = "In force",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNoteView.class),
                            examples = @ExampleObject(name = "strep", value = NOTE)))
    @APIResponse(responseCode = "400", description = "A code is in no release that is loaded")
    @APIResponse(responseCode = "404", description = "No such case, or no such comment on it")
    @APIResponse(responseCode = "409", description = "A note of the comment is in force")
    public RestResponse<CodeNoteView> makeNote(
            @RestPath UUID caseId, @RestPath UUID commentId, @Valid @NotNull CodeNoteDetails details) {
        return RestResponse.status(RestResponse.Status.CREATED, discussions.makeNote(caseId, commentId, details));
    }
}
