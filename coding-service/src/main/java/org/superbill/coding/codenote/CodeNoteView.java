package org.superbill.coding.codenote;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A note as callers see it.
 *
 * @param codes in stored form, without the dot; a note on a category is one on every code under it
 * @param commentId of the discussion that it was made of
 * @param endedAt since when it is not shown any more; absent while it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingNote")
public record CodeNoteView(
        UUID id,
        List<String> codes,
        String text,
        @Nullable UUID commentId,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {
    public CodeNoteView {
        codes = List.copyOf(codes);
    }

    /** Whether it is on one of the codes (stored form) or on a category of it. */
    boolean isOn(Collection<String> used) {
        return codes.stream().anyMatch(noted -> used.stream().anyMatch(code -> code.startsWith(noted)));
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000020","codes":["J069"],\
            "text":"With a positive strep test code J02.0, also when the note says URI.","madeBy":"ann","madeAt":"2026-03-02T15:00:00Z"}""";
}
