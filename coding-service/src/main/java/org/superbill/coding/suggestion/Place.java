package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a note says it.
 *
 * @param note which of the notes sent, from 0
 * @param start offset of the first character in that note as it was sent
 * @param end offset behind the last
 * @param section what it stands under
 * @param text the very characters; only in the answer to the call that sent the note, since notes are not kept
 */
@Schema(name = "SuggestionEvidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Place(
        int note,
        int start,
        int end,
        String section,
        @Nullable String text) {

    Place withoutText() {
        return new Place(note, start, end, section, null);
    }
}
