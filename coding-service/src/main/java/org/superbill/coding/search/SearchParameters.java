package org.superbill.coding.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeRange;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.coding.codesystem.CodeSystemParameters;
import org.superbill.coding.codesystem.Specialties;
import org.superbill.servicekit.problem.Problem;

/** What a search is asked with. Several values of one parameter are parted by commas, and any of them will do. */
public class SearchParameters {
    private static final int LONGEST = 200;

    @QueryParam("q")
    @NotBlank
    @Size(max = LONGEST)
    @Parameter(description = "Number or words", example = "flu shot", required = true)
    String q = "";

    @QueryParam("system")
    @Nullable
    @Parameter(description = "Code systems, e.g. icd-10-cm,hcpcs; all of them when absent", example = "icd-10-cm")
    String system;

    @QueryParam("on")
    @Nullable
    @Parameter(
            description = "The date of service; today when absent",
            example = "2026-03-02",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String on;

    @QueryParam("chapter")
    @Nullable
    @Parameter(
            description =
                    "Chapters: of ICD-10-CM its number, 6 or 06, of other systems the first character of the code")
    String chapter;

    @QueryParam("billable")
    @Nullable
    @Parameter(
            description = "true for codes that can be billed, false for headers; both when absent",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String billable;

    @QueryParam("laterality")
    @Nullable
    @Parameter(description = "The side that the description names", schema = @Schema(implementation = Laterality.class))
    String laterality;

    @QueryParam("under")
    @Nullable
    @Parameter(
            description =
                    "Parts of the hierarchy: the beginning of a code or two of them parted by a dash, e.g. E11 or I20-I25")
    String under;

    @QueryParam("specialty")
    @Nullable
    @Parameter(
            description =
                    "A specialty or body system of the table in docs/code-search.md, e.g. cardiology or body:skin")
    String specialty;

    @QueryParam("facets")
    @DefaultValue("false")
    @Parameter(description = "Whether to count what was found by system, chapter, side, billable or not")
    boolean facets;

    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    @Parameter(description = "How many codes at most")
    int limit = 20;

    List<CodeSystem> systems() {
        return system == null
                ? List.of(CodeSystem.values())
                : values(system).stream().map(CodeSystemParameters::queried).toList();
    }

    /** Those that the caller asks for by name; none where all of them are searched. */
    List<CodeSystem> named() {
        return system == null ? List.of() : systems();
    }

    /** @throws Problem {@code VALIDATION_FAILED} */
    Filters filters(LocalDate day, Specialties specialties) {
        return new Filters(
                day,
                chapters(),
                billable(),
                side(),
                under(),
                specialty == null ? List.of() : CodeSystemParameters.specialty(specialties, specialty));
    }

    private Set<String> chapters() {
        var chapters = new HashSet<String>();
        for (var written : chapter == null ? List.<String>of() : values(chapter)) {
            var named = Chapters.written(written);
            if (named.isEmpty()) {
                throw CodeSystemParameters.invalid(
                        "?chapter",
                        "unknown-chapter",
                        "chapter is a number from 1 to 22 (ICD-10-CM) or the first character of a code");
            }
            chapters.addAll(named);
        }
        return chapters;
    }

    private @Nullable Boolean billable() {
        if (billable == null) {
            return null;
        }
        if (!billable.equals("true") && !billable.equals("false")) {
            throw CodeSystemParameters.invalid("?billable", "wrong-type", "billable is neither true nor false");
        }
        return Boolean.valueOf(billable);
    }

    private @Nullable Laterality side() {
        return laterality == null
                ? null
                : Laterality.of(laterality)
                        .orElseThrow(() -> CodeSystemParameters.invalid(
                                "?laterality",
                                "unknown-laterality",
                                "laterality is one of "
                                        + Arrays.stream(Laterality.values())
                                                .map(Laterality::id)
                                                .collect(Collectors.joining(", "))));
    }

    private List<CodeRange> under() {
        var ranges = new ArrayList<CodeRange>();
        for (var written : under == null ? List.<String>of() : values(under)) {
            ranges.add(CodeRange.of(null, written)
                    .orElseThrow(() -> CodeSystemParameters.invalid(
                            "?under",
                            "not-a-range",
                            "under is the beginning of a code, or two of them parted by a dash")));
        }
        return ranges;
    }

    private static List<String> values(String list) {
        return CodeSystemParameters.values(list).toList();
    }
}
