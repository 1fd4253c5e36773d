package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.events.EncounterCompleted;

/** What a case tells of documents that come after its encounter was completed. */
class LateDocumentsTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final EncounterCompleted.Document NOTE = document("progress-note");
    private static final EncounterCompleted.Document PATHOLOGY = document("pathology");

    @Test
    void aLateDocumentOpensAReleasedCaseWhenTheEncounterIsCompletedAgainAndTheCaseTellsWhich() {
        var codingCase = released(encounter(1, 42_00, NOTE));
        complete(codingCase, encounter(2, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).versionReason()).isEqualTo("late documents");
        assertThat(view(codingCase).documents())
                .extracting(CaseDocument::kind, CaseDocument::encounterVersion)
                .containsExactly(tuple("progress-note", 1), tuple("pathology", 2));
        finish(codingCase);
        complete(codingCase, encounter(3, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).versionReason()).isEqualTo("completed again");
        finish(codingCase);
        complete(codingCase, encounter(4, 50_00, NOTE, PATHOLOGY, document("x-ray")));
        assertThat(view(codingCase).versionReason()).isEqualTo("late charges and documents");
    }

    @Test
    void whenTheCompletionIsToldAgainAFinishedCaseStaysAndSaysThatADocumentIsLate() {
        var codingCase = released(encounter(1, 42_00, NOTE));
        complete(codingCase, encounter(1, 42_00, NOTE));
        assertThat(late(codingCase)).isEmpty();
        complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY));
        complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(view(codingCase).version()).isEqualTo(1);
        assertThat(late(codingCase)).containsExactly("pathology");
        complete(codingCase, encounter(2, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).versionReason()).isEqualTo("late documents");
        assertThat(late(codingCase)).isEmpty();
    }

    @Test
    void whoAmendsAndMakesTheCodesFinalHasSeenIt() {
        var codingCase = released(encounter(1, 42_00, NOTE));
        complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY));
        codingCase.amend("pathology", "ann", DAY, AT);
        assertThat(late(codingCase)).containsExactly("pathology");
        finish(codingCase);
        assertThat(late(codingCase)).isEmpty();
        assertThat(view(codingCase).documents()).hasSize(2);
    }

    @Test
    void aCaseThatIsStillToBeCodedSimplyHasIt() {
        var codingCase = new CodingCase(encounter(1, 42_00, NOTE), CaseKind.PROFESSIONAL, DAY, AT);
        complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).documents()).hasSize(2);
        assertThat(late(codingCase)).isEmpty();
    }

    private static List<String> late(CodingCase codingCase) {
        return view(codingCase).documents().stream()
                .filter(document -> document.late() != null)
                .map(CaseDocument::kind)
                .toList();
    }

    private static CodingCase released(EncounterCompleted encounter) {
        var codingCase = new CodingCase(encounter, CaseKind.PROFESSIONAL, DAY, AT);
        var line = new CodedLine(1, "90658", List.of(), BigDecimal.ONE, List.of(1));
        codingCase.code(
                new CaseCoding(List.of("Z23"), List.of(), List.of(line), List.of(), List.of(), List.of()),
                "ann",
                Duration.ofMinutes(15),
                AT);
        finish(codingCase);
        return codingCase;
    }

    private static void complete(CodingCase codingCase, EncounterCompleted encounter) {
        codingCase.completedAgain(encounter, DAY, AT);
    }

    private static void finish(CodingCase codingCase) {
        codingCase.finalizeCoding("ann", CodingPolicy.DEFAULTS, false, AT);
    }

    private static CodingCaseView view(CodingCase codingCase) {
        return codingCase.view(List.of());
    }

    private static EncounterCompleted.Document document(String kind) {
        return new EncounterCompleted.Document(UUID.randomUUID(), kind, "aa");
    }

    private static EncounterCompleted encounter(
            int version, long chargeCents, EncounterCompleted.Document... documents) {
        var service = new EncounterCompleted.Service(1, "90658", List.of(), BigDecimal.ONE, chargeCents, DAY);
        var id = UUID.randomUUID();
        return new EncounterCompleted(
                id,
                version,
                id,
                id,
                id,
                List.of(id),
                DAY,
                List.of(service),
                null,
                null,
                null,
                null,
                List.of(documents),
                null);
    }
}
