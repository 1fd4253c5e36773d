package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A release of a table that is loaded.
 *
 * @param release its label, unique in the table
 * @param effectiveFrom its first day
 * @param activatedAt absent while it is loaded but not in use
 */
@Schema(name = "EditTableRelease")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditTableRelease(
        @JsonIgnore long id,
        EditTable table,
        String release,
        LocalDate effectiveFrom,
        int rows,
        List<Part> parts,
        Instant loadedAt,
        @Nullable Instant activatedAt) {
    private static final String WHOLE = "whole";
    /** The files that the pairs of a quarter come in. Source: CMS, NCCI PTP edits, since 2014. */
    private static final List<String> PARTS = List.of("f1", "f2", "f3", "f4");

    EditTableRelease {
        parts = List.copyOf(parts);
    }

    /** What of the release is not loaded. */
    List<String> missingParts() {
        return missingBeside(parts.stream().map(Part::part).toList());
    }

    static List<String> missingBeside(List<String> loaded) {
        return loaded.contains(WHOLE)
                ? List.of()
                : PARTS.stream().filter(part -> !loaded.contains(part)).toList();
    }

    /**
     * A file that it was made of.
     *
     * @param part {@code whole}, or {@code f1}, {@code f2}, … where CMS parts a release
     * @param sha256 of the rows
     */
    @Schema(name = "EditTablePart")
    record Part(String part, String fileName, String sha256, int rows) {}

    @JsonProperty
    boolean active() {
        return activatedAt != null;
    }
}
