package org.superbill.coding.codefact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * What edits need to know of a code on a day. What is absent or false is not known of it.
 *
 * @param sex for patients of this sex only: {@code female} or {@code male}
 * @param ages for patients of these ages only
 * @param manifestation not allowed as principal or first diagnosis
 * @param unacceptablePrincipal not accepted as principal diagnosis of an inpatient
 * @param questionableAdmission alone a questionable reason for a stay
 * @param presentOnAdmissionExempt carries no present-on-admission indicator
 * @param laterality absent for a code that no side tells apart from its siblings
 * @param seventhCharacters of a header: those that complete it
 * @param chronic why the code is a chronic condition, by Superbill's own list; absent when it is not known to be one
 * @param sources who says so, for each list that has the code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeFacets")
record CodeFacetsView(
        CodeSystem system,
        String code,
        LocalDate on,
        @Nullable String sex,
        List<Ages> ages,
        boolean manifestation,
        boolean unacceptablePrincipal,
        boolean questionableAdmission,
        boolean presentOnAdmissionExempt,
        @Nullable LateralityView laterality,
        List<String> seventhCharacters,
        @Nullable String chronic,
        List<Source> sources) {

    /** Completed years, both included. */
    @Schema(name = "CodeFacetAges")
    record Ages(String list, int first, int last) {}

    /**
     * The side, and the codes that differ by it alone.
     *
     * @param side {@code right}, {@code left}, {@code bilateral} or {@code unspecified}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeFacetLaterality")
    record LateralityView(
            String side,
            @Nullable String right,
            @Nullable String left,
            @Nullable String bilateral,
            @Nullable String unspecified) {}

    /**
     * Who says so.
     *
     * @param list e.g. {@code female-only}
     */
    @Schema(name = "CodeFacetSource")
    record Source(String list, String source, LocalDate effectiveFrom) {}
}
