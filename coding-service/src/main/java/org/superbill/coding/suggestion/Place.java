package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a note says it.
 *
 * @param note which of the notes that were read, from 0
 * @param documentId the document of the record that the note is; absent when the note was sent
 * @param start offset of the first character in that note as it was sent, or as the record has it, in UTF-16 code units
 * @param end offset behind the last
 * @param section what it stands under
 * @param text the very characters; only in the answer to the call that had the note read, since notes are not kept
 */
@Schema(
        name = "SuggestionEvidence",
        description =
                "Where a note says it. Offsets are in UTF-16 code units, as strings of Java and JavaScript count: a character outside the Basic Multilingual Plane (an emoji) is two. "
                        + "Where characters are code points (Python), encode the note as UTF-16 to cut the evidence out")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Place(
        int note,
        @Nullable UUID documentId,

        @Schema(
                description =
                        "Offset of the first character in the note as it was sent, markup included, in UTF-16 code units")
        int start,

        @Schema(description = "Offset behind the last, in UTF-16 code units")
        int end,

        String section,
        @Nullable String text) {

    Place withoutText() {
        return new Place(note, documentId, start, end, section, null);
    }
}
