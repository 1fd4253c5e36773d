package org.superbill.coding.codefact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An edition of facts as callers see it.
 *
 * @param kind which official file it is an edition of
 * @param facts how many rows
 * @param inUse false after a rollback, until it is loaded again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodeFactEdition")
record EditionView(
        String kind,
        String release,
        LocalDate effectiveFrom,
        String source,
        String licence,
        String sha256,
        int facts,
        boolean inUse,
        Instant loadedAt,
        @Nullable Instant withdrawnAt) {
    static EditionView of(LoadedEdition edition) {
        return new EditionView(
                edition.kind(),
                edition.label(),
                edition.effectiveFrom(),
                edition.source(),
                edition.licence(),
                edition.sha256(),
                edition.facts(),
                edition.inUse(),
                edition.loadedAt(),
                edition.withdrawnAt());
    }
}
