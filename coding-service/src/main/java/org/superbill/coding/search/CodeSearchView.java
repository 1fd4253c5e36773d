package org.superbill.coding.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * What a search found.
 *
 * @param items best first
 * @param didYouMean what was typed with misspelt words put right, which is what was searched for; absent when nothing was misspelt
 * @param facets of all that was found; absent unless asked for
 * @param warnings what to know about the releases searched, e.g. that one is past its year, or that a system asked for has no codes of the specialty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeSearchAnswer")
record CodeSearchView(
        List<Item> items,
        @Nullable String didYouMean,
        @Nullable FacetsView facets,
        List<String> warnings) {
    CodeSearchView {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }

    /**
     * One code.
     *
     * @param code as it is written, ICD-10-CM with the dot
     * @param display the short description
     * @param highlighted the long description as HTML, what matches in {@code <em>}
     * @param billable false for a header, which only groups the codes under it
     * @param laterality the side that the description names
     * @param chapter of ICD-10-CM in two digits; of other systems the first character of the code
     * @param validOnDate false only when its very number was asked for: it exists, but not on that day
     * @param validTo absent while no release ends it
     * @param foundBy another name of the code by which it was found, e.g. a path of the Alphabetic Index; absent when it was the description
     * @param score comparable within one answer only
     * @param release in force on the day asked for; absent when none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeSearchItem")
    record Item(
            CodeSystem system,
            String code,
            String display,
            String longDescription,
            String highlighted,
            boolean billable,
            Laterality laterality,
            String chapter,
            boolean validOnDate,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable FoundBy foundBy,
            double score,
            @Nullable String release) {}

    /** A name of a code that is not its description. */
    @Schema(name = "CodeSearchName")
    record FoundBy(NameKind kind, String name, String highlighted) {}

    /** How all codes that were found fall into parts; each value can be sent as a filter. */
    @Schema(name = "CodeSearchFacets")
    record FacetsView(
            List<Count> systems, List<ChapterCount> chapters, List<Count> lateralities, int billable, int headers) {

        static FacetsView of(Facets facets) {
            return new FacetsView(
                    facets.systems().entrySet().stream()
                            .map(entry -> new Count(entry.getKey().id(), entry.getValue()))
                            .toList(),
                    facets.chapters().entrySet().stream()
                            .flatMap(system -> system.getValue().entrySet().stream()
                                    .map(entry -> new ChapterCount(system.getKey(), entry.getKey(), entry.getValue())))
                            .toList(),
                    facets.sides().entrySet().stream()
                            .map(entry -> new Count(entry.getKey().id(), entry.getValue()))
                            .toList(),
                    facets.billable(),
                    facets.headers());
        }
    }

    /** How many codes have a value. */
    @Schema(name = "CodeSearchCount")
    record Count(String value, int codes) {}

    /** How many codes are in a chapter. */
    @Schema(name = "CodeSearchChapterCount")
    record ChapterCount(CodeSystem system, String value, int codes) {}
}
