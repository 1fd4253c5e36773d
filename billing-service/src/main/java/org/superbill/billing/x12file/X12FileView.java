package org.superbill.billing.x12file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file as the API shows it.
 *
 * @param kind of its contents: {@code 999}, {@code 277CA}, {@code 835}, {@code TA1}, or {@code unknown} when it could not be read
 * @param state {@code processed}, {@code partly-processed} or {@code rejected}
 * @param source {@code upload} or {@code mailbox:CONNECTION}
 */
@Schema(name = "X12File")
record X12FileView(
        UUID id,
        String sha256,
        @Schema(examples = "835") String kind,
        ReceivedFile.State state,
        @Schema(examples = "upload") String source,
        long sizeBytes,
        Instant receivedAt,
        List<Outcome> outcomes) {

    /** Only for the API's document. */
    @Schema(name = "X12FilePage")
    record Listed(List<X12FileView> items, @Nullable String nextCursor) {}
}
