package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;

/** The cursor of a list that is ordered by a text or a number, and not by ids as most lists are. */
final class TextCursor {
    private TextCursor() {}

    static String after(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    /**
     * @return null for the first page
     * @throws Problem {@code VALIDATION_FAILED} when the cursor is none of ours
     */
    static @Nullable String read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw CodeSystemParameters.invalid("?cursor", "unknown-cursor", "cursor is not the nextCursor of a page");
        }
    }

    /** @return 0 for the first page */
    static int position(@Nullable String cursor) {
        var text = read(cursor);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw CodeSystemParameters.invalid("?cursor", "unknown-cursor", "cursor is not the nextCursor of a page");
        }
    }
}
