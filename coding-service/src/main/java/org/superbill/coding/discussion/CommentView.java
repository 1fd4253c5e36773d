package org.superbill.coding.discussion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment as callers see it.
 *
 * @param replyTo the question that it belongs to; absent on a question
 * @param mentions subjects of those who are called
 * @param resolved of a question; false on a reply
 * @param noteId the organization's note that was made of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingComment")
record CommentView(
        UUID id,
        UUID caseId,
        @Nullable UUID replyTo,
        String text,
        List<String> mentions,
        String saidBy,
        Instant saidAt,
        boolean resolved,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable UUID noteId) {
    CommentView {
        mentions = List.copyOf(mentions);
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000060","caseId":"01980000-0000-7000-8000-000000000001",\
            "text":"@bob do we code the strep test here?","mentions":["bob"],"saidBy":"ann","saidAt":"2026-03-02T15:00:00Z",\
            "resolved":false}""";
    static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "CodingCommentPage")
    record Listed(List<CommentView> items, @Nullable String nextCursor) {}
}
