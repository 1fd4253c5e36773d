package org.superbill.coding.search;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeSystemParameters;
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/codes/search")
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeSearchResource {
    private static final int LONGEST = 200;

    private final IndexKeeper keeper;
    private final Clock clock;

    CodeSearchResource(IndexKeeper keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "searchCodes",
            summary = "Find codes by number or by words",
            description =
                    "By number with or without the dot or by its beginning; by words in any order, singular or plural, with typos, and by many everyday names."
                            + " Only codes that are valid on the day are found; one whose very number was asked for comes in any case, flagged by validOnDate.")
    @APIResponse(
            responseCode = "200",
            description = "Best first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeSearchView.class),
                            examples = @ExampleObject(name = "flu shot", value = """
                                                    {"items":[{"system":"icd-10-cm","code":"Z23","display":"Encounter for immunization","longDescription":"Encounter for immunization",\
                                                    "billable":true,"validOnDate":true,"validFrom":"2024-10-01","score":21.4,"release":"2026"}],"warnings":[]}""")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    @APIResponse(responseCode = "503", description = "The code sets are still being loaded")
    public CodeSearchView search(
            @Parameter(description = "Number or words", example = "flu shot") @RestQuery @NotBlank @Size(max = LONGEST)
                    String q,
            @Parameter(
                            description = "One system only; all of them when absent",
                            schema = @Schema(enumeration = {"icd-10-cm", "hcpcs", "cpt"}))
                    @RestQuery
                    @Nullable
                    String system,
            @Parameter(
                            description = "The date of service; today when absent",
                            example = "2026-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    @Nullable
                    String on,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit) {
        var systems = system == null ? List.of(CodeSystem.values()) : List.of(CodeSystemParameters.queried(system));
        var day = CodeSystemParameters.day(on, clock);
        var search = keeper.search()
                .orElseThrow(() -> Problem.retryAfter(
                        SearchProblem.CODE_SEARCH_NOT_READY,
                        "Loading and indexing is not done yet",
                        Duration.ofSeconds(2)));
        var found = search.find(q, systems, day, limit);
        return new CodeSearchView(
                found.hits().stream().map(hit -> item(hit, found, day)).toList(), found.warnings());
    }

    private static CodeSearchView.Item item(Hit hit, CodeSearch.Found found, LocalDate on) {
        return new CodeSearchView.Item(
                hit.system(),
                hit.system().display(hit.code()),
                hit.display(),
                hit.longDescription(),
                hit.billable(),
                hit.validOn(on),
                hit.from(),
                hit.to(),
                Math.round(hit.score() * 1000) / 1000.0,
                release(hit, found, on).orElse(null));
    }

    private static Optional<String> release(Hit hit, CodeSearch.Found found, LocalDate on) {
        return found.searched().stream()
                .filter(index -> index.releases().system() == hit.system())
                .flatMap(index -> index.releases().inForce(on).stream())
                .map(CodeRelease::label)
                .findFirst();
    }
}
