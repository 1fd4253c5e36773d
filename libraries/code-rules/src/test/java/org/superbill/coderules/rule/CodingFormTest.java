package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.visit;
import static org.superbill.coderules.Sets.visitOn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.ClaimForm;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Sets;
import org.superbill.coderules.Setting;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** Codes that are not there, not valid, or not in the form that a claim needs. */
class CodingFormTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static final RuleCheck RULES = new RuleCheck(new InventedFacts()
            .diagnoses("""
                    A00  | Invented disease | header
                    A99  | Ended disease | code | 2024-10-01..2026-06-30
                    A98  | Replaced disease | code | 2024-10-01..2025-09-30
                    A97  | Newer disease | code | 2026-07-01..2027-09-30
                    """ + many(30))
            .replaced("A98", "A001", "A002")
            .codes(Terminology.CPT, """
                    11111 | Ended service | code | 2024-10-01..2026-06-30
                    22222 | Group of services | header
                    33333 | Service
                    33334 | Other service
                    99213 | Office visit
                    """)
            .build());

    private static String many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("A0%02d | Invented disease of that number%n"::formatted)
                .reduce("", String::concat);
    }

    private static String[] codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("A0%02d"::formatted).toArray(String[]::new);
    }

    @Test
    void aGoodCodingHasNoFindings() {
        RULES.findsNothing(visit("A001", "A002").line("33334"));
    }

    @Test
    void aDiagnosisThatDoesNotExistIsFound() {
        RULES.finds(visit("A001", "X00"), "diagnosis-unknown", "/diagnoses/1");
    }

    @Test
    void aHeaderIsNotADiagnosisToReportAndTheCodesUnderItAreNamed() {
        assertThat(RULES.finds(visit("A00"), "diagnosis-is-header", "/diagnoses/0")
                        .fix())
                .contains("A00.1");
    }

    @Test
    void aDiagnosisIsJudgedByTheDateOfService() {
        RULES.findsNothing(visitOn(LAST_DAY, "A99"));
        RULES.finds(visitOn(LAST_DAY.plusDays(1), "A99"), "diagnosis-not-valid-on-date", "/diagnoses/0");
    }

    /** A99 ends and A97 begins: a professional's lines of a stay go each by its own day. */
    @Test
    void aDiagnosisIsJudgedByTheDaysOfTheLinesThatPointToIt() {
        var before = lineOn(1, LAST_DAY, 1);
        var after = lineOn(2, LAST_DAY.plusDays(1), 2);
        RULES.findsNothing(visitOn(LAST_DAY, "A99", "A97").line(before).line(after));
        RULES.finds(
                visitOn(LAST_DAY, "A99", "A97").line(before).line(lineOn(2, LAST_DAY.plusDays(1), 2, 1)),
                "diagnosis-not-valid-on-date",
                "/diagnoses/0");
        RULES.finds(
                visitOn(LAST_DAY, "A99", "A97").line(lineOn(1, LAST_DAY, 1, 2)).line(after),
                "diagnosis-not-valid-on-date",
                "/diagnoses/1");
        RULES.finds(visitOn(LAST_DAY, "A99", "A97").line(before), "diagnosis-not-valid-on-date", "/diagnoses/1");
    }

    private static CodeSet.Line lineOn(int number, LocalDate day, Integer... pointers) {
        return new CodeSet.Line(number, "33333", List.of(), BigDecimal.ONE, day, List.of(pointers));
    }

    @Test
    void anInpatientsDiagnosisIsJudgedByTheDayOfDischarge() {
        var admitted = LAST_DAY.minusDays(2);
        RULES.doesNotFind(visit("A99").in(Encounter.inpatient(admitted, LAST_DAY)), "diagnosis-not-valid-on-date");
        RULES.findsAmongOthers(
                visit("A99").in(Encounter.inpatient(admitted, LAST_DAY.plusDays(1))),
                "diagnosis-not-valid-on-date",
                "/diagnoses/0");
    }

    @Test
    void aCodeThatWasReplacedComesWithItsCandidates() {
        assertThat(RULES.finds(visit("A98"), "diagnosis-not-valid-on-date", "/diagnoses/0")
                        .fix())
                .isEqualTo("Candidates for that day: A00.1, A00.2.");
    }

    @Test
    void aDiagnosisIsCodedOnce() {
        assertThat(RULES.finds(visit("A001", "A002", "A001"), "diagnosis-duplicate", "/diagnoses/2")
                        .pointers())
                .containsExactly("/diagnoses/2", "/diagnoses/0");
    }

    @Test
    void aProfessionalCaseMayHaveMoreDiagnosesThanTheTwelveOfItsClaim() {
        RULES.findsNothing(visit(codes(13)));
        RULES.findsNothing(visit(codes(26)));
    }

    @Test
    void twentyFiveDiagnosesFitOnAnInstitutionalClaimAndTwentySixDoNot() {
        var stay = Encounter.inpatient(DAY.minusDays(1), DAY);
        RULES.findsNothing(visit(codes(25)).in(stay));
        RULES.finds(visit(codes(26)).in(stay), "diagnoses-too-many", "/diagnoses/25");
    }

    /** HI*ABN has room for twelve; what is coded beyond them stands among the others. */
    @Test
    void externalCausesAreNoneOfThem() {
        RULES.doesNotFind(withCauses(25, 12), "diagnoses-too-many");
        RULES.findsAmongOthers(withCauses(26, 2), "diagnoses-too-many", "/diagnoses/27");
        RULES.findsAmongOthers(withCauses(25, 13), "diagnoses-too-many", "/diagnoses/37");
    }

    /** The causes come second, so that they are in the first places. */
    private static Sets withCauses(int diagnoses, int causes) {
        var codes = new ArrayList<>(List.of(codes(diagnoses)));
        codes.addAll(
                1,
                IntStream.rangeClosed(1, causes).mapToObj("W0%02d"::formatted).toList());
        return visit(codes.toArray(String[]::new)).in(Encounter.inpatient(DAY.minusDays(1), DAY));
    }

    @Test
    void anEncounterNeedsADiagnosis() {
        RULES.finds(visit(), "diagnosis-missing", "/diagnoses");
    }

    @Test
    void aProcedureThatIsNotLoadedIsFound() {
        RULES.finds(visit("A001").line("99999"), "procedure-unknown", "/lines/0/procedureCode");
    }

    /** The invented codes begin on 1 October 2024, so that the newest is a year old on 1 October 2025. */
    @Test
    void beyondItsYearTheLoadedListMayLackACodeThatIsNewer() {
        assertThat(procedureOn(LocalDate.of(2025, 9, 30)).severity()).isEqualTo(Severity.ERROR);
        assertThat(procedureOn(LocalDate.of(2025, 10, 1)).severity()).isEqualTo(Severity.WARNING);
    }

    private static Finding procedureOn(LocalDate day) {
        return RULES.findsAmongOthers(
                visitOn(day, "A001").line("99999"), "procedure-unknown", "/lines/0/procedureCode");
    }

    /** 837I, SV202 is situational; SV101 is not. */
    @Test
    void onlyAFacilitysLineMayHaveNoProcedure() {
        RULES.finds(visit("A001").line(""), "procedure-unknown", "/lines/0/procedureCode");
        RULES.findsNothing(visit("A001")
                .in(Encounter.inpatient(DAY.minusDays(1), DAY))
                .line("")
                .line("")); // two of them are told apart by their revenue codes
    }

    @Test
    void aProcedureThatIsAHeaderIsFound() {
        RULES.finds(visit("A001").line("22222"), "procedure-is-header", "/lines/0/procedureCode");
    }

    @Test
    void aProcedureIsJudgedByTheDateOfItsLine() {
        var service = new CodeSet.Service(1, "11111", BigDecimal.ONE, LAST_DAY);
        RULES.findsNothing(
                visitOn(LAST_DAY.plusDays(5), "A001").services(service).line("11111"));
        RULES.finds(
                visitOn(LAST_DAY.plusDays(5), "A001").line("11111"),
                "procedure-not-valid-on-date",
                "/lines/0/procedureCode");
        var ownDate = new CodeSet.Line(1, "11111", List.of(), BigDecimal.ONE, LAST_DAY, List.of(1));
        RULES.findsNothing(visitOn(LAST_DAY.plusDays(5), "A001").line(ownDate));
    }

    @Test
    void aLinePointsToADiagnosisOfAProfessionalClaim() {
        RULES.finds(visit("A001").line("33333", "1", List.of()), "pointer-missing", "/lines/0/diagnosisPointers");
        RULES.findsNothing(visit("A001")
                .in(new Encounter(
                        Setting.OUTPATIENT, ClaimForm.INSTITUTIONAL, DAY, null, Patient.UNKNOWN, Policy.STRICT))
                .line("33333", "1", List.of()));
    }

    @Test
    void fourPointersFitAndFiveDoNot() {
        RULES.findsNothing(visit(codes(5)).line("33333", "1", List.of(1, 2, 3, 4)));
        RULES.finds(
                visit(codes(5)).line("33333", "1", List.of(1, 2, 3, 4, 5)),
                "pointers-too-many",
                "/lines/0/diagnosisPointers");
    }

    @Test
    void aPointerPointsIntoTheDiagnoses() {
        RULES.findsNothing(visit(codes(2)).line("33333", "1", List.of(2)));
        RULES.finds(
                visit(codes(2)).line("33333", "1", List.of(1, 3)),
                "pointer-out-of-range",
                "/lines/0/diagnosisPointers/1");
        RULES.finds(
                visit("A001").line("33333", "1", List.of(0)), "pointer-out-of-range", "/lines/0/diagnosisPointers/0");
    }

    @Test
    void aLinePointsToADiagnosisOnce() {
        RULES.finds(visit("A001").line("33333", "1", List.of(1, 1)), "pointer-duplicate", "/lines/0/diagnosisPointers");
    }

    @Test
    void linesAreThoseOfTheServices() {
        var service = new CodeSet.Service(2, "33333", BigDecimal.ONE, DAY);
        RULES.findsAmongOthers(
                visit("A001").services(service).line("33333"), "line-without-service", "/lines/0/lineNumber");
        RULES.findsAmongOthers(visit("A001").services(service).line("33333"), "service-without-line", "/lines");
        var line = new CodeSet.Line(2, "33333", List.of(), BigDecimal.ONE, null, List.of(1));
        RULES.finds(visit("A001").services(service).line(line).line(line), "line-duplicate", "/lines/1/lineNumber");
    }

    @Test
    void aLineThatDiffersFromTheChargeIsAWarningOnly() {
        var service = new CodeSet.Service(1, "33334", BigDecimal.ONE, DAY);
        assertThat(RULES.finds(
                                visit("A001").services(service).line("33333"),
                                "line-differs-from-service",
                                "/lines/0/procedureCode")
                        .severity())
                .isEqualTo(Severity.WARNING);
        RULES.finds(
                visit("A001").services(service).line("33334", "2", List.of(1)),
                "line-differs-from-service",
                "/lines/0/units");
        RULES.findsNothing(visit("A001").services(service).line("33334", "1.000", List.of(1)));
        RULES.finds(
                visit("A001").services(service).line(onDay(DAY.minusDays(1))),
                "line-differs-from-service",
                "/lines/0/serviceDate");
        RULES.findsNothing(visit("A001").services(service).line(onDay(DAY)));
    }

    private static CodeSet.Line onDay(LocalDate day) {
        return new CodeSet.Line(1, "33334", List.of(), BigDecimal.ONE, day, List.of(1));
    }

    @Test
    void everyFindingSaysWhatToDo() {
        assertThat(RULES.check(visit("X00", "A00", "A98").line("99999", "1.5", List.of(9))))
                .hasSizeGreaterThan(4)
                .allMatch(finding ->
                        !finding.fix().isBlank() && !finding.message().isBlank());
    }

    @Test
    void theSameSetAlwaysGivesTheSameList() {
        var first = RULES.check(visit("X00", "A00", "A98").line("99999", "1.5", List.of(9)));
        assertThat(first).isEqualTo(RULES.check(visit("X00", "A00", "A98").line("99999", "1.5", List.of(9))));
        assertThat(first).extracting(Finding::pointer).isSorted();
    }

    @Test
    void aSetOfOtherSystemsIsLeftAlone() {
        RULES.finds(Sets.visit().icd11("1A00"), "release-missing", "/diagnoses/0"); // and by no rule of ICD-10-CM
    }
}
