package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.problem.Problem;

/** What a case tells of documents that come after its encounter was completed. */
class LateDocumentsTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final EncounterCompleted.Document NOTE = document("progress-note");
    private static final EncounterCompleted.Document PATHOLOGY = document("pathology");
    private static final EncounterCompleted.Document X_RAY = document("x-ray");

    @Test
    void aLateDocumentOpensAReleasedCaseWhenTheEncounterIsCompletedAgainAndTheCaseTellsWhich() {
        var codingCase = released(encounter(1, 42_00, NOTE));
        complete(codingCase, encounter(2, 42_00, NOTE, PATHOLOGY));
        assertThat(view(codingCase).versionReason()).isEqualTo("late documents");
        assertThat(view(codingCase).documents())
                .extracting(CaseDocument::kind, CaseDocument::encounterVersion)
                .containsExactly(tuple("progress-note", 1), tuple("pathology", 2));
        finishSeen(codingCase);
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
        assertThat(complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY)))
                .extracting(CaseDocument::kind, CaseDocument::createdBy)
                .containsExactly(tuple("pathology", "cleo"));
        assertThat(complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY))).isEmpty();
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(view(codingCase).version()).isEqualTo(1);
        assertThat(late(codingCase)).containsExactly("pathology");
        assertThat(complete(codingCase, encounter(2, 42_00, NOTE, PATHOLOGY))).isEmpty(); // told already
        assertThat(view(codingCase).versionReason()).isEqualTo("late documents");
        assertThat(late(codingCase)).containsExactly("pathology");
    }

    @Test
    void codesAreNotMadeFinalBeforeSomebodyHasSeenIt() {
        var codingCase = released(encounter(1, 42_00, NOTE));
        complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY));
        codingCase.amend("pathology", "ann", DAY, AT);
        assertThatThrownBy(() -> finish(codingCase))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(CodingProblem.CODING_DOCUMENTS_UNSEEN));
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        finishSeen(codingCase);
        assertThat(late(codingCase)).isEmpty();
        assertThat(view(codingCase).documents())
                .extracting(CaseDocument::seenBy, CaseDocument::seenAt)
                .containsExactly(tuple(null, null), tuple("ann", AT));
    }

    @Test
    void whatComesWhileACaseIsCodedIsToBeSeenTooAndWhatComesBeforeIsNot() {
        var codingCase = new CodingCase(encounter(1, 42_00, NOTE), CaseKind.PROFESSIONAL, DAY, AT);
        assertThat(complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY))).isEmpty();
        codingCase.assign("ann", AT);
        assertThat(complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY, X_RAY)))
                .isEmpty();
        assertThat(view(codingCase).documents()).hasSize(3);
        assertThat(late(codingCase)).isEmpty();
        code(codingCase);
        assertThat(complete(codingCase, encounter(1, 42_00, NOTE, PATHOLOGY, X_RAY, document("addendum"))))
                .hasSize(1);
        assertThat(late(codingCase)).containsExactly("addendum");
    }

    private static List<String> late(CodingCase codingCase) {
        return view(codingCase).documents().stream()
                .filter(document -> document.late() != null)
                .map(CaseDocument::kind)
                .toList();
    }

    private static CodingCase released(EncounterCompleted encounter) {
        var codingCase = new CodingCase(encounter, CaseKind.PROFESSIONAL, DAY, AT);
        code(codingCase);
        finish(codingCase);
        return codingCase;
    }

    private static void code(CodingCase codingCase) {
        var line = new CodedLine(1, "90658", List.of(), BigDecimal.ONE, List.of(1));
        codingCase.code(
                new CaseCoding(List.of("Z23"), List.of(), List.of(line), List.of(), List.of(), List.of()),
                "ann",
                Duration.ofMinutes(15),
                AT);
    }

    private static List<CaseDocument> complete(CodingCase codingCase, EncounterCompleted encounter) {
        return codingCase.completedAgain(encounter, DAY, AT);
    }

    private static void finishSeen(CodingCase codingCase) {
        codingCase
                .encounter()
                .unseen(Set.of())
                .forEach(document -> codingCase.encounter().seen(document.id(), "ann", AT));
        finish(codingCase);
    }

    private static void finish(CodingCase codingCase) {
        codingCase.finalizeCoding("ann", CodingPolicy.DEFAULTS, false, AT);
    }

    private static CodingCaseView view(CodingCase codingCase) {
        return codingCase.view(List.of());
    }

    private static EncounterCompleted.Document document(String kind) {
        return new EncounterCompleted.Document(UUID.randomUUID(), kind, "aa", "cleo", AT);
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
