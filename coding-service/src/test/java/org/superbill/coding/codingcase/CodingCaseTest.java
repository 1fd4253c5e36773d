package org.superbill.coding.codingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.problem.Problem;

class CodingCaseTest {
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = DAY.plusDays(3);
    private static final Duration LEASE = Duration.ofMinutes(15);

    @Test
    void goesFromReadyToReleased() {
        var codingCase = newCase(1, 42_00);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.READY);
        codingCase.assign("ann", AT);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.ASSIGNED);
        code(codingCase);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        finish(codingCase);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(CaseRelease.told(codingCase, "ann", CodingPolicy.DEFAULTS))
                .satisfies(event -> assertThat(event.version()).isEqualTo(1))
                .satisfies(event -> assertThat(event.diagnoses()).containsExactly("Z23"))
                .satisfies(
                        event -> assertThat(event.lines().get(0).chargeCents()).isEqualTo(42_00))
                .satisfies(
                        event -> assertThat(event.lines().get(0).serviceDate()).isEqualTo(DAY));
    }

    /** So that billing charges it by the fee schedule. */
    @Test
    void aLineWithAnotherCodeOrOtherUnitsThanTheClinicChargedIsToldAsRecoded() {
        var codingCase = newCase(1, 42_00);
        code(codingCase);
        assertThat(recoded(codingCase)).isNull();
        codingCase.code(coding("90658", BigDecimal.TEN), "ann", LEASE, AT);
        assertThat(recoded(codingCase)).isTrue();
        codingCase.code(coding("90656", new BigDecimal("1.0")), "ann", LEASE, AT);
        assertThat(recoded(codingCase)).isTrue();
        codingCase.code(coding("90658", new BigDecimal("1.0")), "ann", LEASE, AT);
        assertThat(recoded(codingCase)).isNull();
    }

    private static @Nullable Boolean recoded(CodingCase codingCase) {
        return CaseRelease.told(codingCase, "ann", CodingPolicy.DEFAULTS)
                .lines()
                .get(0)
                .recoded();
    }

    private static CaseCoding coding(String procedure, BigDecimal units) {
        var line = new CodedLine(1, procedure, List.of(), units, List.of(1));
        return new CaseCoding(List.of("Z23"), List.of(), List.of(line), List.of(), List.of(), List.of());
    }

    @Test
    void whoeverCodesACaseThatNobodyHasTakesIt() {
        var codingCase = newCase(1, 42_00);
        code(codingCase);
        assertThat(view(codingCase).assignedTo()).isEqualTo("ann");
    }

    @Test
    void whoAmendsOrCodesACaseThatPassedByItselfTakesIt() {
        var amended = passed();
        amended.amend("another code", "bob", DUE, AT);
        assertThat(view(amended).assignedTo()).isEqualTo("bob");
        var late = passed();
        late.completedAgain(encounter(2, 43_00), DUE, AT);
        assertThat(late.holder().isFree()).isTrue();
        code(late);
        assertThat(view(late).assignedTo()).isEqualTo("ann");
    }

    @Test
    void whatAnotherHasOpenIsNotTakenByCodingIt() {
        var codingCase = newCase(1, 42_00);
        codingCase.open("bob", LEASE, AT);
        assertThat(catchThrowableOfType(Problem.class, () -> code(codingCase)).type())
                .isEqualTo(CodingProblem.CODING_CASE_OPEN_ELSEWHERE);
        assertThat(codingCase.holder().isFree()).isTrue();
    }

    @Test
    void isNotFinalWhileAnErrorIsOpen() {
        var codingCase = inProgress();
        codingCase.checked(found(Severity.ERROR));
        var problem = catchThrowableOfType(Problem.class, () -> finish(codingCase));
        assertThat(problem.type()).isEqualTo(CodingProblem.CODING_FINDINGS_OPEN);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/diagnoses/0"))
                .satisfies(error -> assertThat(error.code()).isEqualTo("invented-rule"));
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void aWarningNeedsAReasonAndAnErrorHasNoExcuse() {
        var codingCase = inProgress();
        codingCase.checked(found(Severity.WARNING));
        assertThat(catchThrowableOfType(Problem.class, () -> finish(codingCase)).type())
                .isEqualTo(CodingProblem.CODING_FINDINGS_OPEN);

        code(codingCase, new Acknowledgement("invented-rule", "/diagnoses/0", "as the record says"));
        codingCase.checked(found(Severity.ERROR));
        assertThat(catchThrowableOfType(Problem.class, () -> finish(codingCase)).type())
                .isEqualTo(CodingProblem.CODING_FINDINGS_OPEN);

        codingCase.checked(found(Severity.WARNING));
        finish(codingCase);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    void oneEditorAtATimeUntilTheLeaseEndsByItself() {
        var codingCase = inProgress(); // ann's, since AT
        var lastMoment = AT.plus(LEASE).minusSeconds(1);
        assertThat(catchThrowableOfType(Problem.class, () -> codingCase.open("bob", LEASE, lastMoment))
                        .type())
                .isEqualTo(CodingProblem.CODING_CASE_OPEN_ELSEWHERE);
        codingCase.open("ann", LEASE, lastMoment);
        assertThat(catchThrowableOfType(Problem.class, () -> codingCase.open("bob", LEASE, AT.plus(LEASE)))
                        .type())
                .isEqualTo(CodingProblem.CODING_CASE_OPEN_ELSEWHERE);
        codingCase.open("bob", LEASE, lastMoment.plus(LEASE));
        assertThat(view(codingCase).lease().by()).isEqualTo("bob");
    }

    @Test
    void aHandOverTakesTheCaseOutOfTheOthersHands() {
        var codingCase = inProgress();
        codingCase.assign("bob", AT);
        assertThat(view(codingCase).lease()).isNull();
        assertThat(view(codingCase).assignedTo()).isEqualTo("bob");
        codingCase.open("bob", LEASE, AT);
    }

    @Test
    void aHeldCaseIsCodedButNotFinalized() {
        var codingCase = inProgress();
        codingCase.putOnHold("report is awaited", "ann", AT);
        code(codingCase);
        assertThat(catchThrowableOfType(Problem.class, () -> finish(codingCase)).type())
                .isEqualTo(CodingProblem.CODING_CASE_HELD);
        codingCase.endHold(AT);
        refuses(() -> codingCase.endHold(AT));
        finish(codingCase);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    void waitsForAnAuditorWhereThePolicyWantsOne() {
        var codingCase = inProgress();
        codingCase.finalizeCoding("ann", CodingPolicy.DEFAULTS, true, AT);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.CODED);
        codingCase.auditBegun(AT);
        codingCase.leaveAudit(CaseStatus.IN_PROGRESS, AT);
        assertThat(view(codingCase).version()).isEqualTo(1);
        codingCase.finalizeCoding("ann", CodingPolicy.DEFAULTS, true, AT);
        codingCase.release(AT);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    void anOpenQueryLetsDraftsInAndKeepsTheCaseFromBeingFinal() {
        var codingCase = inProgress();
        codingCase.queryOpened(AT);
        codingCase.queryOpened(AT);
        code(codingCase);
        refuses(() -> finish(codingCase));
        codingCase.queriesClosed(AT);
        finish(codingCase);
    }

    @Test
    void ofAFacilitysInpatientTheDischargeGovernsAndOfOthersTheDateOfService() {
        var discharge = DAY.plusDays(4);
        assertThat(governingDate("inpatient", discharge)).isEqualTo(discharge);
        assertThat(governingDate("inpatient", null)).isEqualTo(DAY);
        assertThat(new CaseEncounter(stay("inpatient", discharge, List.of(), null), CaseKind.PROFESSIONAL)
                        .governingDate(CaseKind.PROFESSIONAL))
                .isEqualTo(DAY);
        assertThat(governingDate("facility-outpatient", discharge)).isEqualTo(DAY);
        assertThat(governingDate(null, null)).isEqualTo(DAY);
    }

    @Test
    void theCliniciansCodesAreTheDraftAndTheFacilitysServicesItsOwn() {
        var professional = new EncounterCompleted.Service(
                1, "99223", List.of(), BigDecimal.ONE, 400_00, DAY, List.of(1), null, null);
        var facility = new EncounterCompleted.Service(
                2, "G0378", List.of(), BigDecimal.TEN, 900_00, DAY, null, null, "facility");
        var stay = stay(
                "inpatient",
                DAY,
                List.of(professional, facility),
                List.of(new EncounterCompleted.Diagnosis("J189", "Y")));

        var ours = view(new CodingCase(stay, CaseKind.PROFESSIONAL, DUE, AT));
        assertThat(ours.diagnoses()).containsExactly("J18.9");
        assertThat(ours.lines()).extracting(CodedLine::lineNumber).containsExactly(1);
        assertThat(ours.chargeCents()).isEqualTo(400_00);
        var theirs = view(new CodingCase(stay, CaseKind.FACILITY, DUE, AT));
        assertThat(theirs.presentOnAdmission()).containsExactly("Y");
        assertThat(theirs.services()).extracting(Service::lineNumber).containsExactly(2);
    }

    @Test
    void anAmendmentIsTheNextVersionAndKeepsTheCodes() {
        var codingCase = released();
        codingCase.amend("laterality was wrong", "ann", DUE, AT);
        assertThat(view(codingCase))
                .satisfies(view -> assertThat(view.version()).isEqualTo(2))
                .satisfies(view -> assertThat(view.versionReason()).isEqualTo("laterality was wrong"))
                .satisfies(view -> assertThat(view.status()).isEqualTo(CaseStatus.IN_PROGRESS))
                .satisfies(view -> assertThat(view.diagnoses()).containsExactly("Z23"));
    }

    @Test
    void lateChargesOpenAReleasedCaseAsTheNextVersion() {
        var codingCase = released();
        codingCase.completedAgain(encounter(2, 50_00), DUE, AT);
        assertThat(view(codingCase).version()).isEqualTo(2);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(view(codingCase).services().get(0).chargeCents()).isEqualTo(50_00);
        assertThat(view(codingCase).versionReason()).isEqualTo("late charges");
    }

    @Test
    void lateChargesOfACaseThatIsNotReleasedStayInItsVersion() {
        var codingCase = inProgress();
        codingCase.completedAgain(encounter(2, 50_00), DUE, AT);
        assertThat(view(codingCase).version()).isEqualTo(1);
        assertThat(view(codingCase).services().get(0).chargeCents()).isEqualTo(50_00);
    }

    @Test
    void aRefusalOpensAReleasedCaseAsTheNextVersionAndSaysWhy() {
        var codingCase = released();
        codingCase.denied("CO-11", DUE, AT);
        assertThat(view(codingCase).version()).isEqualTo(2);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(view(codingCase).versionReason()).isEqualTo("denied: CO-11");
    }

    @Test
    void anOlderOrEqualVersionOfTheEncounterChangesNothing() {
        var codingCase = newCase(2, 50_00);
        codingCase.completedAgain(encounter(1, 42_00), DUE, AT);
        codingCase.completedAgain(encounter(2, 42_00), DUE, AT);
        assertThat(view(codingCase).services().get(0).chargeCents()).isEqualTo(50_00);
    }

    @Test
    void aVoidCaseStaysVoid() {
        var codingCase = released();
        codingCase.voided(AT);
        codingCase.voided(AT);
        codingCase.completedAgain(encounter(2, 50_00), DUE, AT);
        assertThat(view(codingCase).status()).isEqualTo(CaseStatus.VOID);
        refuses(() -> codingCase.assign("ann", AT));
        refuses(() -> code(codingCase));
        refuses(() -> finish(codingCase));
        refuses(() -> codingCase.amend("why not", "ann", DUE, AT));
    }

    @Test
    void aReleasedCaseIsNotEditedInPlace() {
        var codingCase = released();
        refuses(() -> code(codingCase));
        refuses(() -> finish(codingCase));
        refuses(() -> codingCase.assign("bob", AT));
    }

    @Test
    void onlyAReleasedCaseIsAmended() {
        refuses(() -> newCase(1, 42_00).amend("why not", "ann", DUE, AT));
        refuses(() -> inProgress().amend("why not", "ann", DUE, AT));
        refuses(() -> finish(newCase(1, 42_00)));
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
        var codingCase = newCase(1, 42_00);
        code(codingCase);
        return codingCase;
    }

    private static CodingCase passed() {
        var codingCase = newCase(1, 42_00);
        codingCase.passThrough(AT);
        return codingCase;
    }

    private static CodingCase released() {
        var codingCase = inProgress();
        finish(codingCase);
        return codingCase;
    }

    private static CodingCase newCase(int version, long chargeCents) {
        return new CodingCase(encounter(version, chargeCents), CaseKind.PROFESSIONAL, DUE, AT);
    }

    private static void code(CodingCase codingCase, Acknowledgement... acknowledgements) {
        var line = new CodedLine(1, "90658", List.of(), BigDecimal.ONE, List.of(1));
        var coding = new CaseCoding(
                List.of("Z23"), List.of(), List.of(line), List.of(), List.of(acknowledgements), List.of());
        codingCase.code(coding, "ann", LEASE, AT);
    }

    private static void finish(CodingCase codingCase) {
        codingCase.finalizeCoding("ann", CodingPolicy.DEFAULTS, false, AT);
    }

    private static CodingCaseView view(CodingCase codingCase) {
        return codingCase.view(List.of());
    }

    private static LocalDate governingDate(@Nullable String setting, @Nullable LocalDate discharge) {
        return new CaseEncounter(stay(setting, discharge, List.of(), null), CaseKind.FACILITY)
                .governingDate(CaseKind.FACILITY);
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

    private static EncounterCompleted stay(
            @Nullable String setting,
            @Nullable LocalDate discharge,
            List<EncounterCompleted.Service> services,
            @Nullable List<EncounterCompleted.Diagnosis> diagnoses) {
        var id = UUID.randomUUID();
        return new EncounterCompleted(
                id, 1, id, id, id, List.of(id), DAY, services, setting, null, discharge, diagnoses, null, "dr-lee");
    }
}
