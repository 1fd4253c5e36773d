package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a file was and did, or with {@code preview} would do.
 *
 * @param rows rows read, of all its tables
 * @param changed false when all of it had been loaded before
 */
@Schema(name = "EditTableOutcome")
record EditTableOutcome(int rows, boolean changed, List<Loaded> releases) {
    EditTableOutcome {
        releases = List.copyOf(releases);
    }

    /**
     * One release of one table.
     *
     * @param part {@code whole}, or {@code f1}, {@code f2}, … where CMS parts a release
     * @param complete false while parts of it are missing
     * @param comparedWith the release in force before its first day; absent for the first of its table, for a part, and for what had been loaded before
     * @param added rows that were not there before
     * @param revised rows about the same codes that say something else
     * @param active whether it is in use; what was just loaded is not until it is activated
     */
    @Schema(name = "EditTableLoaded")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Loaded(
            EditTable table,
            String release,
            LocalDate effectiveFrom,
            String part,
            int rows,
            boolean complete,
            @Nullable String comparedWith,
            int added,
            int revised,
            int deleted,
            boolean changed,
            boolean active) {}
}
