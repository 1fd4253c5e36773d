package org.superbill.billing.coveragelist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A coverage list as the API shows it.
 *
 * @param payerId absent: every payer's
 * @param procedures how many procedures it speaks of
 * @param withdrawnAt absent while it counts
 */
@Schema(name = "CoverageList")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoverageListView(
        UUID id,
        @Schema(examples = "L33777") String number,
        String title,
        String source,
        @Nullable UUID payerId,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        int procedures,
        String sha256,
        String loadedBy,
        Instant loadedAt,
        @Nullable Instant withdrawnAt,
        @JsonIgnore long revision) {

    String etag() {
        return new Revision(revision).etag();
    }

    /** Only for the API's document. */
    @Schema(name = "CoverageListPage")
    record Listed(List<CoverageListView> items, @Nullable String nextCursor) {}
}
