package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release as callers see it.
 *
 * @param codes how many, headers included
 * @param activatedAt absent while it is loaded but not in use
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeReleaseView(
        CodeSystem system,
        String release,
        LocalDate effectiveFrom,
        int codes,
        String sha256,
        String source,
        String licence,
        boolean active,
        Instant loadedAt,
        @Nullable Instant activatedAt) {

    static CodeReleaseView of(CodeRelease release) {
        return new CodeReleaseView(
                release.system(),
                release.label(),
                release.effectiveFrom(),
                release.codes(),
                release.sha256(),
                release.source(),
                release.licence(),
                release.active(),
                release.loadedAt(),
                release.activatedAt());
    }
}
