package org.superbill.coding.codefact;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystemParameters;

@Path("/api/v1/codes/{system}/{code}")
@Produces(APPLICATION_JSON)
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeNotesResource {
    private static final String NOTES_EXAMPLE = """
            {"system":"icd-10-cm","code":"A04.71","on":"2026-03-02","release":"2021","entries":[{"level":"code","at":"A04","title":"Other bacterial intestinal infections",\
            "release":"2021","holds":true,"notes":[{"kind":"excludes1","text":"tuberculous enteritis (A18.32)","codes":["A18.32"],"release":"2021"}],"seventhCharacters":[]}]}""";
    private static final String FACETS_EXAMPLE = """
            {"system":"icd-10-cm","code":"M25.561","on":"2026-03-02","ages":[],"manifestation":false,"unacceptablePrincipal":false,"questionableAdmission":false,\
            "presentOnAdmissionExempt":false,"laterality":{"side":"right","right":"M25.561","left":"M25.562","unspecified":"M25.569"},"seventhCharacters":[],"sources":[]}""";

    private final CodeNotes notes;
    private final Clock clock;

    CodeNotesResource(CodeNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @GET
    @Path("notes")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeNotes",
            summary = "Read the notes of a code and of all above it",
            description =
                    "Includes, excludes, code first, use additional, code also, and the meanings of 7th characters, as the tabular list has them; each entry says which"
                            + " release it comes from and whether it holds on the day.")
    @APIResponse(
            responseCode = "200",
            description = "Nearest first; no entries in a system without such notes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeNotesView.class),
                            examples = @ExampleObject(name = "an enteritis", value = NOTES_EXAMPLE)))
    @APIResponse(responseCode = "400", description = "The date is not a date")
    @APIResponse(responseCode = "404", description = "No such system, or no loaded release has the code")
    @APIResponse(responseCode = "503", description = "The code sets are still being loaded")
    public CodeNotesView notes(
            @Parameter(example = "icd-10-cm") @RestPath String system,
            @Parameter(description = "With or without the dot", example = "A04.71") @RestPath String code,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return notes.notes(CodeSystemParameters.inPath(system), code, CodeSystemParameters.day(on, clock));
    }

    @GET
    @Path("facets")
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "readCodeFacets",
            summary = "Read what edits need to know of a code",
            description =
                    "Sex and age, manifestation, unacceptable principal diagnosis, present-on-admission exempt: by the official lists in force on the day, or the oldest one"
                            + " for days before it. Side and siblings: by the words of the descriptions. Chronic: by Superbill's own list.")
    @APIResponse(
            responseCode = "200",
            description = "What is known",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeFacetsView.class),
                            examples = @ExampleObject(name = "a painful knee", value = FACETS_EXAMPLE)))
    @APIResponse(responseCode = "400", description = "The date is not a date")
    @APIResponse(responseCode = "404", description = "No such system, or no loaded release has the code")
    @APIResponse(responseCode = "503", description = "The code sets are still being loaded")
    public CodeFacetsView facets(
            @Parameter(example = "icd-10-cm") @RestPath String system,
            @Parameter(description = "With or without the dot", example = "M25.561") @RestPath String code,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on) {
        return notes.facets(CodeSystemParameters.inPath(system), code, CodeSystemParameters.day(on, clock));
    }
}
