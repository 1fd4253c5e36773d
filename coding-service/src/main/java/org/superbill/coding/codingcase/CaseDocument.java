package org.superbill.coding.codingcase;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.events.EncounterCompleted;

/**
 * A document of the record that a coder reads; its text is at {@code /api/v1/encounters/{encounterId}/documents/{id}}.
 *
 * @param sha256 of its text, hexadecimal
 */
@Schema(name = "CodingCaseDocument")
public record CaseDocument(UUID id, String kind, String sha256) {

    static List<CaseDocument> of(EncounterCompleted event) {
        return event.documents() == null
                ? List.of()
                : event.documents().stream()
                        .map(document -> new CaseDocument(document.id(), document.kind(), document.sha256()))
                        .toList();
    }
}
