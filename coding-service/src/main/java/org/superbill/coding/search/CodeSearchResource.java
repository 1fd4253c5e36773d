package org.superbill.coding.search;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.coding.codesystem.CodeSystemParameters;
import org.superbill.coding.codesystem.Specialties;
import org.superbill.servicekit.problem.Problem;

@Path("/api/v1/codes/search")
@Produces(APPLICATION_JSON)
@Tag(name = "Codes", description = "Finding codes and what they mean on a day")
class CodeSearchResource {
    private final IndexKeeper keeper;
    private final CodeUse use;
    private final Clock clock;
    private final Specialties specialties = new Specialties();

    CodeSearchResource(IndexKeeper keeper, CodeUse use, Clock clock) {
        this.keeper = keeper;
        this.use = use;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("code:read")
    @Operation(
            operationId = "searchCodes",
            summary = "Find codes by number or by words",
            description =
                    "Made for typing. By number with or without the dot or by its beginning; by words in any order, singular or plural, half typed, misspelt,"
                            + " abbreviated or everyday (\"htn\", \"heart attack\", \"R knee pain\"), through descriptions, the Alphabetic Index with its tables, and inclusion"
                            + " terms. Best first; what the caller's organization finalizes often comes earlier. Only codes that are valid on the day are found; one whose very"
                            + " number was asked for comes in any case, flagged by validOnDate.")
    @APIResponse(
            responseCode = "200",
            description = "Best first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CodeSearchView.class),
                            examples = @ExampleObject(name = "heart attack", value = """
                                                    {"items":[{"system":"icd-10-cm","code":"I21.9","display":"Acute myocardial infarction, unspecified","longDescription":\
                                                    "Acute myocardial infarction, unspecified","highlighted":"Acute <em>myocardial</em> <em>infarction</em>, unspecified","billable":true,\
                                                    "laterality":"none","chapter":"09","validOnDate":true,"validFrom":"2024-10-01","foundBy":{"kind":"see-reference","name":"Attack, heart",\
                                                    "highlighted":"<em>Attack</em>, <em>heart</em>"},"score":21.4,"release":"2026"}],"warnings":[]}""")))
    @APIResponse(responseCode = "400", description = "A parameter is not valid")
    @APIResponse(responseCode = "503", description = "The code sets are still being loaded")
    public CodeSearchView search(@Valid @BeanParam SearchParameters asked) {
        var day = CodeSystemParameters.day(asked.on, clock);
        var filters = asked.filters(day, specialties);
        var search = keeper.search()
                .orElseThrow(() -> Problem.retryAfter(
                        SearchProblem.CODE_SEARCH_NOT_READY,
                        "Loading and indexing is not done yet",
                        Duration.ofSeconds(2)));
        var found = search.find(
                new CodeSearch.Wanted(asked.q, asked.systems(), asked.named(), filters, asked.limit, use.counts()));
        return new CodeSearchView(
                found.hits().stream().map(hit -> item(hit, found, day)).toList(),
                found.corrected(),
                asked.facets ? CodeSearchView.FacetsView.of(found.facets()) : null,
                Stream.concat(found.warnings().stream(), filters.warning(asked.named()).stream())
                        .toList());
    }

    private static CodeSearchView.Item item(Hit hit, CodeSearch.Found found, LocalDate on) {
        return new CodeSearchView.Item(
                hit.system(),
                hit.system().display(hit.code()),
                hit.display(),
                hit.longDescription(),
                Highlight.of(hit.longDescription(), found.matched()),
                hit.billable(),
                hit.laterality(),
                hit.chapter(),
                hit.validOn(on),
                hit.from(),
                hit.to(),
                foundBy(hit, found.matched()).orElse(null),
                Math.round(hit.score() * 1000) / 1000.0,
                release(hit, found, on).orElse(null));
    }

    private static Optional<CodeSearchView.FoundBy> foundBy(Hit hit, Set<String> matched) {
        return Optional.ofNullable(hit.name())
                .map(name -> new CodeSearchView.FoundBy(hit.kind(), name, Highlight.of(name, matched)));
    }

    private static Optional<String> release(Hit hit, CodeSearch.Found found, LocalDate on) {
        return found.searched().stream()
                .filter(index -> index.releases().system() == hit.system())
                .flatMap(index -> index.releases().inForce(on).stream())
                .map(CodeRelease::label)
                .findFirst();
    }
}
