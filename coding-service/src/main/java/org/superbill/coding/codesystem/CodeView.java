package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A code as callers see it.
 *
 * @param code as it is written, ICD-10-CM with the dot
 * @param billable false for a header
 * @param header true when it only groups the codes under it
 * @param parent the header above it; absent at the top and in systems without headers
 * @param chapter in ICD-10-PCS the section; absent in flat systems
 * @param block in ICD-10-PCS the body system
 * @param category in ICD-10-PCS the table
 * @param validFrom the first day on which it could be used, as far as releases are loaded: of an older code the first day of the oldest one, before which nothing is known
 *     (a warning says so); where the official file dates its codes, its date
 * @param seventhCharacter whether the codes under it are whole only with a seventh character
 * @param invalidSince the first day on which a deleted code could not be used any more; absent while it can, or before its first day
 * @param replacedBy for a code that cannot be used on the day: those that took its place and can
 * @param replaces what a new code was coded as before it was there
 * @param attributes what else the official file says of the code
 * @param explanation in plain words of our own, for the adjustment and remark codes that matter most
 * @param release in force on the day; absent when none was
 * @param source who published the text, to be shown with it where the licence asks for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CodeView(
        CodeSystem system,
        String code,
        String display,
        String longDescription,
        boolean billable,
        boolean header,
        @Nullable String parent,
        @Nullable Above chapter,
        @Nullable Above block,
        @Nullable Above category,
        boolean seventhCharacter,
        boolean validOnDate,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate invalidSince,
        List<Candidate> replacedBy,
        List<Candidate> replaces,
        Map<String, Object> attributes,
        Explanations.@Nullable Explanation explanation,
        @Nullable String release,
        String source,
        String licence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> warnings) {

    /** Something that a code stands under. */
    @Schema(name = "CodeAbove")
    record Above(String code, String display) {
        static @Nullable Above of(@Nullable TreeNode node) {
            return node == null ? null : new Above(node.code(), node.display());
        }
    }

    /**
     * A code that took another's place, or had it.
     *
     * @param code as it is written; of several at once the range, or all that begin with it
     * @param effectiveOn first day of the newer one
     * @param note as published, where several codes together became the one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CodeReplacement")
    record Candidate(
            String code, LocalDate effectiveOn, @Nullable String note) {}

    static CodeView of(
            CodeStatus status,
            CodeTree.Place place,
            Map<String, Object> attributes,
            Explanations.@Nullable Explanation explanation,
            CodeRelease holding,
            List<Replacement> replacedBy,
            List<Replacement> replaces) {
        var system = status.system();
        var last = status.validTo();
        return new CodeView(
                system,
                system.display(status.code()),
                status.display(),
                status.longDescription(),
                status.billable(),
                !status.billable(),
                status.parent() == null ? null : system.display(status.parent()),
                Above.of(place.chapter()),
                Above.of(place.block()),
                Above.of(place.category()),
                place.seventhCharacter(),
                status.valid(),
                status.validFrom(),
                last,
                last != null && last.isBefore(status.on()) ? last.plusDays(1) : null,
                replacedBy.stream()
                        .map(replacement -> new Candidate(
                                system.display(replacement.replacedBy()),
                                replacement.effectiveOn(),
                                replacement.togetherWith()))
                        .distinct()
                        .toList(),
                replaces.stream()
                        .map(replacement -> new Candidate(
                                written(system, replacement), replacement.effectiveOn(), replacement.togetherWith()))
                        .distinct()
                        .toList(),
                attributes,
                explanation,
                status.release(),
                holding.source(),
                holding.licence(),
                status.warnings());
    }

    private static String written(CodeSystem system, Replacement replacement) {
        var from = system.display(replacement.from());
        if (!replacement.to().endsWith(Replacement.AND_ALL_UNDER)) {
            return from;
        }
        var to = system.display(replacement.to().replace(Replacement.AND_ALL_UNDER, ""));
        return from.equals(to) ? from + "-" : from + "-" + to;
    }
}
