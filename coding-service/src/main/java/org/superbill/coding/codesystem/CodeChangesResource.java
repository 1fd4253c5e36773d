package org.superbill.coding.codesystem;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
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
@Tag(name = "Code systems", description = "The code systems, their releases, and loading one's own")
class CodeChangesResource {
    private static final int MOST_PREFIXES = 100;

    private final CodeChanges changes;

    CodeChangesResource(CodeChanges changes) {
        this.changes = changes;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "listCodeChanges",
            summary = "List what a release changes",
            description =
                    "Against the release that is in force before its first day; before it is activated too. With the prefixes of a specialty's codes it is what changes for that"
                            + " specialty.")
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
                            description = "One kind of change only",
                            schema = @Schema(implementation = CodeChange.Kind.class))
                    @RestQuery
                    CodeChange.@Nullable Kind change,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Parameter(description = "The nextCursor of the page before") @RestQuery @Nullable String cursor) {
        var known = CodeSystemParameters.inPath(system);
        var prefixes = prefix.stream()
                .flatMap(several -> Stream.of(several.split(",")))
                .map(known::normalize)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (prefixes.size() > MOST_PREFIXES) {
            throw CodeSystemParameters.invalid(
                    "?prefix", "too-many", "at most %d prefixes are taken".formatted(MOST_PREFIXES));
        }
        return changes.of(known, release, prefixes, change, TextCursor.read(cursor), limit);
    }
}
