package org.superbill.coding.codenote;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Locale;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;

@Path("/api/v1/coding-notes")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Idempotent
@Tag(
        name = "Coding notes",
        description = "What the organization's coders have agreed on, shown wherever the code is used")
class CodeNoteResource {
    private final CodeNotes notes;

    CodeNoteResource(CodeNotes notes) {
        this.notes = notes;
    }

    /** A page of notes, for the document. */
    @Schema(name = "CodingNotePage")
    record Listed(List<CodeNoteView> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("coding-case:read")
    @Operation(operationId = "listCodingNotes", summary = "List the notes in force, all of them or those on a code")
    @APIResponse(
            responseCode = "200",
            description = "A page; all that there are where a code is named",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Listed.class),
                            examples =
                                    @ExampleObject(name = "one", value = "{\"items\":[" + CodeNoteView.EXAMPLE + "]}")))
    public Page<CodeNoteView> list(
            @Parameter(description = "With or without the dot", example = "J06.9")
                    @RestQuery
                    @Pattern(regexp = "[0-9A-Za-z.]{2,10}")
                    @Nullable
                    String code,
            @BeanParam PageRequest page) {
        return code == null
                ? notes.list(page)
                : new Page<>(notes.on(List.of(code.replace(".", "").toUpperCase(Locale.ROOT))), null);
    }

    @POST
    @Audited("coding-note")
    @PermissionsAllowed("coding-note:write")
    @Operation(operationId = "makeCodingNote", summary = "Make a note on codes")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNoteDetails.class),
                            examples = @ExampleObject(name = "strep", value = CodeNoteDetails.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "In force",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNoteView.class),
                            examples = @ExampleObject(name = "strep", value = CodeNoteView.EXAMPLE)))
    public RestResponse<CodeNoteView> make(@Valid @NotNull CodeNoteDetails details) {
        return RestResponse.status(RestResponse.Status.CREATED, notes.make(details, null));
    }

    @POST
    @Path("{noteId}/end")
    @Audited("coding-note")
    @PermissionsAllowed("coding-note:write")
    @Operation(operationId = "endCodingNote", summary = "Show a note no more; it is kept")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNoteView.class),
                            examples = @ExampleObject(name = "strep", value = CodeNoteView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "No such note in the caller's organization")
    public RestResponse<CodeNoteView> end(@RestPath UUID noteId) {
        return RestResponse.ok(notes.end(noteId));
    }
}
