package org.superbill.patient.encounter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it.
 *
 * @param text absent in lists
 * @param sha256 of the text in UTF-8, hexadecimal
 * @param createdBy the subject of the token of who sent it
 * @param toldToCoding whether the encounter has been completed since: of what comes after that coding has notice, and its finished cases go on when the encounter is completed again, with the same services
 */
@Schema(name = "EncounterDocument")
record DocumentView(
        UUID id,
        UUID encounterId,
        String kind,
        @Nullable String title,
        @Nullable String text,
        String sha256,
        Instant createdAt,
        String createdBy,
        boolean toldToCoding) {

    private static final String FACTS = """
              "id": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0009",
              "encounterId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0007",
              "kind": "progress-note", "title": "Visit of 2 March",
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "createdAt": "2026-03-02T15:05:00Z", "createdBy": "clinician", "toldToCoding": false
            """;
    static final String EXAMPLE =
            "{\"text\": \"CHIEF COMPLAINT: sore throat.\\nASSESSMENT: acute upper respiratory infection.\"," + FACTS
                    + "}";
    static final String PAGE_EXAMPLE = "{\"items\": [{" + FACTS + "}]}";

    /** A page, as the API document needs it said. */
    @Schema(name = "EncounterDocumentPage")
    record Listed(List<DocumentView> items, @Nullable String nextCursor) {}
}
