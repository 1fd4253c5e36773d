package org.superbill.coding.codesystem;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/code-systems/{system}/changes")
@Produces(APPLICATION_JSON)
@Tag(name = "Code systems", description = "The code systems, their releases, and loading one's own")
class CodeChangesResource {
    private static final int MOST_PREFIXES = 100;

    private final CodeChanges changes;
    private final Specialties specialties = new Specialties();

    CodeChangesResource(CodeChanges changes) {
        this.changes = changes;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeChanges",
            summary = "List what a release changes",
            description = "Against the release that is in force before its first day; before it is activated too.")
    @APIResponse(
            responseCode = "200",
            description = "Counts of all, and a page of them",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeChangesView.class),
                            examples = @ExampleObject(name = "of mites", value = """
                                                    {"system":"icd-10-cm","release":"2026","effectiveFrom":"2025-10-01","active":true,"comparedWith":"2025","added":2,"revised":1,\
                                                    "deleted":0,"items":[{"change":"revised","code":"B88.0","before":{"display":"Other acariasis","longDescription":"Other acariasis",\
                                                    "billable":true},"after":{"display":"Other acariasis","longDescription":"Other acariasis","billable":false},"replacedBy":["B88.01",\
                                                    "B88.09"]}]}""")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    @APIResponse(responseCode = "404", description = "No such system or release")
    public CodeChangesView list(
            @RestPath String system,
            @Parameter(description = "The label of the release", example = "2026") @RestQuery @NotBlank String release,
            @Parameter(
                            description =
                                    "Only codes that begin so, with or without the dot; several times, or parted by commas",
                            example = "E08,E09,E10,E11,E13")
                    @RestQuery
                    @Size(max = MOST_PREFIXES)
                    List<String> prefix,
            @Parameter(
                            description =
                                    "Only codes of a specialty or body system of the table in docs/code-search.md, or of several, parted by commas; in the place of prefixes",
                            example = "cardiology")
                    @RestQuery
                    @Nullable
                    String specialty,
            @Parameter(
                            description = "One kind of change only",
                            schema = @Schema(implementation = CodeChange.Kind.class))
                    @RestQuery
                    CodeChange.@Nullable Kind change,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Parameter(description = "The nextCursor of the page before") @RestQuery @Nullable String cursor) {
        var known = CodeSystemParameters.inPath(system);
        return changes.of(known, release, within(known, prefix, specialty), change, TextCursor.read(cursor), limit);
    }

    /** Absent when all codes are of interest. */
    private Optional<List<CodeRange>> within(CodeSystem system, List<String> prefix, @Nullable String specialty) {
        var ranges = prefix.stream()
                .flatMap(CodeSystemParameters::values)
                .map(system::normalize)
                .distinct()
                .map(one -> new CodeRange(system, one, one))
                .toList();
        if (ranges.size() > MOST_PREFIXES) {
            throw CodeSystemParameters.invalid(
                    "?prefix", "too-many", "at most %d prefixes are taken".formatted(MOST_PREFIXES));
        }
        if (specialty == null) {
            return ranges.isEmpty() ? Optional.empty() : Optional.of(ranges);
        }
        if (!ranges.isEmpty()) {
            throw CodeSystemParameters.invalid(
                    "?specialty", "too-many", "codes are named by prefix or by specialty, not by both");
        }
        return Optional.of(CodeSystemParameters.specialty(specialties, specialty).stream()
                .filter(range -> range.system() == system)
                .toList());
    }
}
