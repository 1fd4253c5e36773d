package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;

/**
 * A document of the record that a coder reads; its text is at {@code /api/v1/encounters/{encounterId}/documents/{id}}.
 *
 * @param sha256 of its text, hexadecimal
 * @param encounterVersion which completion of the encounter it came with, or after: above 1 it came late; absent where that was not kept yet
 * @param late whether it came when coding had begun, or was over, and nobody has said since that they have seen it; else absent
 * @param createdBy the subject of who added it to the record; absent where that was not told
 * @param createdAt when; absent as that
 * @param seenBy the subject of who has seen what came late; else absent
 * @param seenAt when; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseDocument")
public record CaseDocument(
        UUID id,
        String kind,
        String sha256,
        @Nullable Integer encounterVersion,
        @Nullable Boolean late,
        @Nullable String createdBy,
        @Nullable Instant createdAt,
        @Nullable String seenBy,
        @Nullable Instant seenAt) {

    /**
     * @param before those that the case knew already
     * @param late whether the others come late
     */
    static List<CaseDocument> of(EncounterCompleted event, List<CaseDocument> before, boolean late) {
        return event.documents() == null
                ? List.of()
                : event.documents().stream()
                        .map(document -> before.stream()
                                .filter(known -> known.id().equals(document.id()))
                                .findFirst()
                                .orElseGet(() -> new CaseDocument(
                                        document.id(),
                                        document.kind(),
                                        document.sha256(),
                                        event.version(),
                                        late ? true : null,
                                        document.createdBy(),
                                        document.createdAt(),
                                        null,
                                        null)))
                        .toList();
    }

    boolean isUnseen() {
        return late != null;
    }

    CaseDocument seen(String by, Instant at) {
        return isUnseen()
                ? new CaseDocument(id, kind, sha256, encounterVersion, null, createdBy, createdAt, by, at)
                : this;
    }
}
