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
    EditTableRelease {
        parts = List.copyOf(parts);
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
