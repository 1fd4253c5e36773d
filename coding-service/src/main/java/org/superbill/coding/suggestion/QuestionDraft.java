package org.superbill.coding.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * A question to the clinician that can be sent to {@code POST /coding-cases/{id}/queries} as it is: open, with the evidence as its quotations.
 *
 * @param form {@code open}
 * @param purpose {@code diagnosis} or {@code procedure}
 * @param options none
 */
@Schema(name = "CodingQueryDraft")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionDraft(
        String form, String purpose, String title, String question, List<Quotation> indicators, List<String> options) {
    QuestionDraft {
        indicators = List.copyOf(indicators);
        options = List.copyOf(options);
    }

    /** What a document says, and where. */
    @Schema(name = "CodingQueryDraftIndicator")
    record Quotation(UUID documentId, String section, int start, String quote) {}

    /** @return empty where no document of the record says it: what a caller has sent cannot be quoted with its place */
    static Optional<QuestionDraft> of(String system, List<Place> evidence, String question) {
        var quotations = evidence.stream()
                .filter(place -> place.documentId() != null && place.text() != null)
                .map(place -> new Quotation(place.documentId(), place.section(), place.start(), place.text()))
                .toList();
        return quotations.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuestionDraft(
                        "open",
                        system.equals(CodeSystem.ICD_10_CM.id()) ? "diagnosis" : "procedure",
                        "Clarification of the record",
                        question,
                        quotations,
                        List.of()));
    }
}
