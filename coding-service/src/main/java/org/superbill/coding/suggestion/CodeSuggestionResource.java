package org.superbill.coding.suggestion;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;

@Path("/api/v1/code-suggestions")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@Tag(name = "Suggested codes")
class CodeSuggestionResource {
    private final Suggestions suggestions;

    CodeSuggestionResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @POST
    @Idempotent
    @Audited("note")
    @PermissionsAllowed("code-suggestion:create")
    @Operation(
            operationId = "suggestCodes",
            summary = "Read notes and propose codes, for a caller that keeps them itself",
            description =
                    "Nothing is stored: neither the notes nor the proposals. Notes and setting must be said, since no case knows them.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NotesRequest.class),
                            examples = @ExampleObject(name = "an office note", value = SuggestionExamples.NOTES)))
    @APIResponse(
            responseCode = "200",
            description = "Proposals, the most important first, and what is abstained on",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeSuggestionsView.class),
                            examples = @ExampleObject(name = "one of each", value = SuggestionExamples.STATELESS)))
    @APIResponse(responseCode = "422", description = "No release of ICD-10-CM that was in force on the day is loaded")
    @APIResponse(responseCode = "503", description = "The terms of the code sets are still being read")
    public CodeSuggestionsView suggest(@Valid @NotNull NotesRequest request) {
        return suggestions.suggest(request);
    }

    @GET
    @Path("feedback")
    @PermissionsAllowed("coding-case:read")
    @Operation(
            operationId = "readSuggestionFeedback",
            summary = "How often the organization's coders accepted and rejected the suggestions of each code")
    @APIResponse(
            responseCode = "200",
            description = "Every code on which something was decided, most decisions first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CodeFeedback.class),
                            examples = @ExampleObject(name = "one code", value = SuggestionExamples.FIGURES)))
    public List<CodeFeedback> feedback() {
        return suggestions.figures();
    }
}
