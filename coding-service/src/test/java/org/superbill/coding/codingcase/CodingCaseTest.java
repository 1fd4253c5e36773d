package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.problem.Problem;

class CodingCaseTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void goesFromReadyToReleased() {
        var codingCase = new CodingCase(encounter(1, 42_00), AT);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.READY);
        codingCase.assign("ann", AT);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.ASSIGNED);
        code(codingCase);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        codingCase.finalizeCoding(AT);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(codingCase.coded("ann"))
                .satisfies(event -> assertThat(event.version()).isEqualTo(1))
                .satisfies(event -> assertThat(event.diagnoses()).containsExactly("Z23"))
                .satisfies(
                        event -> assertThat(event.lines().get(0).chargeCents()).isEqualTo(42_00))
                .satisfies(
                        event -> assertThat(event.lines().get(0).serviceDate()).isEqualTo(DAY));
    }

    @Test
    void whoeverCodesACaseThatNobodyHasTakesIt() {
        var codingCase = new CodingCase(encounter(1, 42_00), AT);
        code(codingCase);
        assertThat(codingCase.view().assignedTo()).isEqualTo("ann");
    }

    @Test
    void isNotFinalWhileAnErrorIsOpenButWithAWarning() {
        var codingCase = inProgress();
        codingCase.checked(found(Severity.ERROR, Severity.WARNING));
        var problem = catchThrowableOfType(Problem.class, () -> codingCase.finalizeCoding(AT));
        assertThat(problem.type()).isEqualTo(CodingProblem.CODING_FINDINGS_OPEN);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/diagnoses/0"))
                .satisfies(error -> assertThat(error.code()).isEqualTo("invented-rule"));
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        codingCase.checked(found(Severity.WARNING));
        codingCase.finalizeCoding(AT);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    void anAmendmentIsTheNextVersionAndKeepsTheCodes() {
        var codingCase = released();
        codingCase.amend("laterality was wrong", AT);
        assertThat(codingCase.view())
                .satisfies(view -> assertThat(view.version()).isEqualTo(2))
                .satisfies(view -> assertThat(view.versionReason()).isEqualTo("laterality was wrong"))
                .satisfies(view -> assertThat(view.status()).isEqualTo(CaseStatus.IN_PROGRESS))
                .satisfies(view -> assertThat(view.diagnoses()).containsExactly("Z23"));
    }

    @Test
    void lateChargesOpenAReleasedCaseAsTheNextVersion() {
        var codingCase = released();
        codingCase.completedAgain(encounter(2, 50_00), AT);
        assertThat(codingCase.view().version()).isEqualTo(2);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(codingCase.view().services().get(0).chargeCents()).isEqualTo(50_00);
    }

    @Test
    void lateChargesOfACaseThatIsNotReleasedStayInItsVersion() {
        var codingCase = inProgress();
        codingCase.completedAgain(encounter(2, 50_00), AT);
        assertThat(codingCase.view().version()).isEqualTo(1);
        assertThat(codingCase.view().services().get(0).chargeCents()).isEqualTo(50_00);
    }

    @Test
    void anOlderOrEqualVersionOfTheEncounterChangesNothing() {
        var codingCase = new CodingCase(encounter(2, 50_00), AT);
        codingCase.completedAgain(encounter(1, 42_00), AT);
        codingCase.completedAgain(encounter(2, 42_00), AT);
        assertThat(codingCase.view().services().get(0).chargeCents()).isEqualTo(50_00);
    }

    @Test
    void aVoidCaseStaysVoid() {
        var codingCase = released();
        codingCase.voided(AT);
        codingCase.voided(AT);
        codingCase.completedAgain(encounter(2, 50_00), AT);
        assertThat(codingCase.view().status()).isEqualTo(CaseStatus.VOID);
        refuses(() -> codingCase.assign("ann", AT));
        refuses(() -> code(codingCase));
        refuses(() -> codingCase.finalizeCoding(AT));
        refuses(() -> codingCase.amend("why not", AT));
    }

    @Test
    void aReleasedCaseIsNotEditedInPlace() {
        var codingCase = released();
        refuses(() -> code(codingCase));
        refuses(() -> codingCase.finalizeCoding(AT));
        refuses(() -> codingCase.assign("bob", AT));
    }

    @Test
    void onlyAReleasedCaseIsAmended() {
        refuses(() -> new CodingCase(encounter(1, 42_00), AT).amend("why not", AT));
        refuses(() -> inProgress().amend("why not", AT));
        refuses(() -> new CodingCase(encounter(1, 42_00), AT).finalizeCoding(AT));
    }

    @Test
    void everyStatusCanBeVoidedAndReached() {
        var reached = EnumSet.of(CaseStatus.READY);
        for (var status : CaseStatus.values()) {
            reached.addAll(status.next());
        }
        assertThat(reached).containsExactlyInAnyOrder(CaseStatus.values());
        assertThat(Arrays.stream(CaseStatus.values()).filter(status -> status != CaseStatus.VOID))
                .allMatch(status -> status.next().contains(CaseStatus.VOID));
    }

    private static void refuses(Runnable step) {
        assertThat(catchThrowableOfType(Problem.class, step::run).type())
                .isEqualTo(CodingProblem.CODING_CASE_STEP_NOT_ALLOWED);
    }

    private static CodingCase inProgress() {
        var codingCase = new CodingCase(encounter(1, 42_00), AT);
        code(codingCase);
        return codingCase;
    }

    private static CodingCase released() {
        var codingCase = inProgress();
        codingCase.finalizeCoding(AT);
        return codingCase;
    }

    private static void code(CodingCase codingCase) {
        var line = new CodedLine(1, "90658", List.of(), BigDecimal.ONE, List.of(1));
        codingCase.code(List.of("Z23"), List.of(line), "ann", AT);
    }

    private static Checked found(Severity... severities) {
        return new Checked(
                Arrays.stream(severities)
                        .map(severity -> new Finding(
                                "invented-rule", severity, "/diagnoses/0", "It is wrong", "Put it right.", "nobody"))
                        .toList(),
                List.of());
    }

    private static EncounterCompleted encounter(int version, long chargeCents) {
        var service = new EncounterCompleted.Service(1, "90658", List.of(), BigDecimal.ONE, chargeCents, DAY);
        var id = UUID.randomUUID();
        return new EncounterCompleted(id, version, id, id, id, List.of(id), DAY, List.of(service));
    }
}
