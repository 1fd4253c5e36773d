package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A suggestion of a case as callers see it.
 *
 * @param release the release of ICD-10-CM that was read
 * @param reason why it was rejected; absent otherwise
 * @param revision the ETag's number, for If-Match
 */
@Schema(name = "Suggestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(
        UUID id,
        UUID caseId,
        ProposedCode proposed,
        String release,
        SuggestionStatus status,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        Instant createdAt,
        long revision) {

    String etag() {
        return new Revision(revision).etag();
    }

    /** With the characters of the evidence, which are not stored. */
    SuggestionView showing(ProposedCode withText) {
        return new SuggestionView(
                id, caseId, withText, release, status, reason, decidedBy, decidedAt, createdAt, revision);
    }
}
