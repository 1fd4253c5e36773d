package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.stay;
import static org.superbill.coderules.Sets.visit;
import static org.superbill.coderules.Sets.visitOn;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coderules.Finding;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Policy;
import org.superbill.coderules.Severity;

/** Codes that do not stand together, or not in this order. */
class SequencingTest {
    private static final RuleCheck RULES = new RuleCheck(new InventedFacts()
            .diagnoses("""
                    A15 | Tuberculosis | header
                    A150 | Tuberculosis of lung
                    A19 | Miliary tuberculosis | header
                    A190 | Acute miliary tuberculosis
                    B90 | Sequelae of tuberculosis | header
                    B909 | Sequelae of tuberculosis, unspecified
                    C43 | Melanoma | header
                    C439 | Melanoma
                    E11 | Type 2 diabetes | header
                    E113 | Type 2 diabetes with eye complications
                    E1122 | Type 2 diabetes with kidney disease
                    H42 | Glaucoma in diseases classified elsewhere
                    I10 | Hypertension
                    J65 | Pneumoconiosis with tuberculosis
                    L905 | Scar
                    N182 | Kidney disease, stage 2
                    R52 | Pain
                    S610 | Wound of thumb | header
                    S61001A | Wound of right thumb, initial encounter
                    S61001S | Wound of right thumb, sequela
                    W268 | Contact with sharp object | header
                    W268XXA | Contact with other sharp objects, initial encounter
                    Z00 | General examination | header
                    Z0000 | General examination without abnormal findings
                    Z006 | Examination for research
                    Z23 | Immunization
                    """)
            .tabular("""
                    1 | chapter | Infections
                    A15-A19 | block | Tuberculosis
                    A15-A19 | excludes1 | sequelae of tuberculosis (B90.-)
                    A15-A19 | excludes1 | pneumoconiosis with tuberculosis (J65)
                    A15 | code | Tuberculosis
                    A15 | excludes1 | miliary tuberculosis (A19.-)
                    A150 | code | Tuberculosis of lung
                    A19 | code | Miliary tuberculosis
                    2 | chapter | Neoplasms
                    C43 | code | Melanoma, as it was described in 2021
                    C43 | excludes1 | pain (R52)
                    4 | chapter | Endocrine
                    E11 | code | Type 2 diabetes
                    E11 | use-additional | insulin (Z79.4)
                    E1122 | code | Type 2 diabetes with kidney disease
                    E1122 | use-additional | code to identify stage of chronic kidney disease (N18.1-N18.6)
                    7 | chapter | Eye
                    H42 | code | Glaucoma in diseases classified elsewhere
                    H42 | code-first | underlying condition, such as:
                    H42 | code-first | type 2 diabetes with eye complications (E11.3-)
                    """)
            .edition("2024", "H42 | manifestation |")
            .build());

    @Test
    void anExcludes1NoteOfACategoryKeepsTheCodesUnderItApart() {
        var finding = RULES.finds(visit("A15.0", "A19.0"), "excludes1", "/diagnoses/1");
        assertThat(finding.pointers()).containsExactly("/diagnoses/1", "/diagnoses/0");
        assertThat(finding.codes()).containsExactly("A15.0", "A19.0");
        assertThat(finding.source())
                .isEqualTo(
                        "ICD-10-CM Tabular List 2021, note at A15: miliary tuberculosis (A19.-); guideline I.A.12.a");
    }

    @Test
    void theNoteSpeaksForBothDirections() {
        RULES.finds(visit("A19.0", "A15.0"), "excludes1", "/diagnoses/1");
    }

    @Test
    void aNoteOfABlockHoldsForAllItsCodes() {
        RULES.finds(visit("A19.0", "J65"), "excludes1", "/diagnoses/1");
        RULES.findsAmongOthers(visit("A15.0", "B90.9"), "excludes1", "/diagnoses/1");
    }

    @Test
    void unrelatedConditionsPassWherePolicyAllowsIt() {
        RULES.findsNothing(visit("A15.0", "A19.0").unrelated("A19.0", "A15.0").under(new Policy(true)));
        RULES.finds(visit("A15.0", "A19.0").unrelated("A19.0", "A15.0"), "excludes1", "/diagnoses/1");
        RULES.finds(
                visit("A15.0", "A19.0").unrelated("A19.0", "J65").under(new Policy(true)), "excludes1", "/diagnoses/1");
    }

    @Test
    void aNoteOfACodeThatIsDescribedOtherwiseTodayDoesNotHold() {
        RULES.findsNothing(visit("C43.9", "R52"));
    }

    /** As F32 does, whose category has become "Depressive episode" over the same codes. */
    @Test
    void aNoteOfAHeaderHoldsUnderANewTitleWhileItsCodesAreTheSame() {
        var header = """
                D10 | Polyp, as it is called now | header
                D100 | Polyp of the lip
                D101 | %s
                D102 | Polyp that is new
                R52 | Pain
                """;
        var list = """
                2 | chapter | Neoplasms
                D10 | code | Polyp
                D10 | excludes1 | pain (R52)
                D100 | code | Polyp of the lip
                D101 | code | Polyp of the tongue
                """;
        var same = new RuleCheck(new InventedFacts()
                .diagnoses(header.formatted("Polyp of the tongue"))
                .tabular(list)
                .build());
        same.finds(visit("D10.0", "R52"), "excludes1", "/diagnoses/1");
        same.finds(visit("D10.2", "R52"), "excludes1", "/diagnoses/1");
        var other = new RuleCheck(new InventedFacts()
                .diagnoses(header.formatted("Polyp of another place"))
                .tabular(list)
                .build());
        other.findsNothing(visit("D10.0", "R52"));
    }

    @Test
    void aManifestationIsNotTheFirstDiagnosis() {
        RULES.findsAmongOthers(visit("H42", "E11.3"), "manifestation-first", "/diagnoses/0");
        RULES.findsNothing(visit("E11.3", "H42"));
    }

    @Test
    void whatTheCodeFirstNoteNamesStandsBefore() {
        RULES.findsAmongOthers(visit("H42", "E11.3"), "code-first", "/diagnoses/1");
        RULES.doesNotFind(visit("H42", "E11.3"), "code-first-open");
        // the note says "such as": what stands first may be the cause
        RULES.doesNotFind(visit("R52", "H42", "E11.3"), "code-first");
        var finding = RULES.findsAmongOthers(visit("R52", "H42", "E11.3"), "code-first-open", "/diagnoses/2");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.source()).contains("H42", "underlying condition, such as:");
        RULES.findsNothing(visit("R52", "E11.3", "H42"));
    }

    @Test
    void aManifestationWithoutItsDiseaseIsAWarning() {
        assertThat(RULES.finds(visit("I10", "H42"), "manifestation-alone", "/diagnoses/1")
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void anAdditionalCodeIsAskedForOnceAndStandsAfter() {
        RULES.finds(visit("E11.22"), "use-additional-missing", "/diagnoses/0");
        RULES.findsNothing(visit("E11.22", "N18.2"));
        RULES.finds(visit("N18.2", "E11.22"), "use-additional-order", "/diagnoses/0");
    }

    @Test
    void anExternalCauseIsNotTheFirstDiagnosis() {
        RULES.finds(visit("W26.8XXA", "S61.001A"), "external-cause-first", "/diagnoses/0");
        RULES.findsNothing(visit("S61.001A", "W26.8XXA"));
    }

    @Test
    void whatRemainsStandsBeforeTheSequela() {
        RULES.finds(visit("S61.001S", "L90.5"), "sequela-first", "/diagnoses/0");
        RULES.findsNothing(visit("L90.5", "S61.001S"));
        RULES.finds(visit("B90.9", "R52"), "sequela-first", "/diagnoses/0");
    }

    @Test
    void anInjuryIsNotPresentAndItsOwnSequela() {
        assertThat(RULES.check(visit("L90.5", "S61.001S", "S61.001A")))
                .extracting(Finding::rule)
                .containsExactly("sequela-with-acute");
    }

    @Test
    void someZCodesAreOnlyTheFirstDiagnosis() {
        RULES.finds(visit("I10", "Z00.00"), "first-listed-only", "/diagnoses/1");
        RULES.findsNothing(visit("Z00.00", "I10"));
        RULES.findsNothing(visit("I10", "Z00.6"));
        RULES.doesNotFind(
                visit("I10", "Z31.82"), "first-listed-only"); // on the list of earlier years, not of fiscal year 2026
    }

    @Test
    void aNoteIsJudgedOnTheDayThatGoverns() {
        // before the first release nothing is known of A15, so its note does not hold, and nobody says that the code is
        // wrong
        var early = LocalDate.of(2024, 9, 30);
        RULES.finds(visitOn(early, "A15.0", "A19.0"), "release-missing", "/diagnoses/0");
        assertThat(DAY).isAfter(early);
        RULES.findsAmongOthers(stay("A15.0", "A19.0"), "excludes1", "/diagnoses/1");
    }

    @Test
    void whatOnlySaysMoreOfAnotherIsNeverFirst() {
        RULES.findsAmongOthers(visit("B96.20", "N18.2"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("Z68.41"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("Z3A.31"), "additional-only", "/diagnoses/0");
        RULES.doesNotFind(visit("I10", "Z68.41"), "additional-only");
        RULES.findsAmongOthers(visit("Z59.41", "I10"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("Z65.8"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("Z28.310"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("R40.2110"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("R40.243"), "additional-only", "/diagnoses/0");
        RULES.doesNotFind(visit("R40.20"), "additional-only"); // a coma of unknown cause
        RULES.findsAmongOthers(visit("R65.20"), "additional-only", "/diagnoses/0");
        RULES.doesNotFind(visit("Z66"), "additional-only");
        RULES.doesNotFind(visit("Z28.21"), "additional-only");
    }

    @Test
    void anAdverseEffectOrUnderdosingIsNeverFirstAndAPoisoningMayBe() {
        var adverse = RULES.findsAmongOthers(visit("T45.1X5A", "L90.5"), "additional-only", "/diagnoses/0");
        assertThat(adverse.source()).endsWith("section I.C.19.e.5.a");
        RULES.findsAmongOthers(visit("T42.6X6A"), "additional-only", "/diagnoses/0");
        RULES.findsAmongOthers(visit("T39.015A"), "additional-only", "/diagnoses/0");
        RULES.doesNotFind(visit("T39.1X2A"), "additional-only");
        RULES.doesNotFind(visit("T51.0X1A"), "additional-only");
    }

    @Test
    void aNormalDeliveryIsFirstAndTheOnlyCodeOfItsChapter() {
        RULES.findsAmongOthers(visit("Z37.0", "O80"), "normal-delivery", "/diagnoses/1");
        var torn = RULES.findsAmongOthers(visit("O80", "O70.1", "Z37.0"), "normal-delivery", "/diagnoses/0");
        assertThat(torn.pointers()).containsExactly("/diagnoses/0", "/diagnoses/1");
        assertThat(torn.severity()).isEqualTo(Severity.ERROR);
        RULES.doesNotFind(visit("O80", "Z37.0", "Z3A.39"), "normal-delivery");
        RULES.doesNotFind(visit("O70.1", "Z37.0"), "normal-delivery");
    }

    @Test
    void chapter15GoesBeforeTheOthers() {
        var thyroid = RULES.findsAmongOthers(visit("E03.9", "O99.283"), "pregnancy-first", "/diagnoses/1");
        assertThat(thyroid.severity()).isEqualTo(Severity.WARNING);
        RULES.doesNotFind(visit("O99.283", "E03.9"), "pregnancy-first");
        RULES.doesNotFind(visit("Z01.818", "O99.283"), "pregnancy-first");
        RULES.doesNotFind(visit("E03.9", "Z33.1"), "pregnancy-first");
    }

    @Test
    void aPoisoningGoesBeforeWhatItHasBroughtAbout() {
        var breath = RULES.findsAmongOthers(visit("J96.01", "T40.2X1A"), "poisoning-first", "/diagnoses/1");
        assertThat(breath.severity()).isEqualTo(Severity.WARNING);
        RULES.doesNotFind(visit("T40.2X1A", "J96.01"), "poisoning-first");
        RULES.doesNotFind(visit("T40.2X1A", "T42.4X2A"), "poisoning-first");
        RULES.doesNotFind(visit("J96.01", "T40.2X5A"), "poisoning-first"); // an adverse effect
        RULES.doesNotFind(visit("G93.1", "T40.2X1S"), "poisoning-first"); // what remains goes first
        RULES.doesNotFind(visit("O9A.211", "T40.2X1A"), "poisoning-first");
    }

    @Test
    void hypertensionWithHeartFailureOrKidneyDiseaseIsPresumedToBeOneDisease() {
        var kidney = RULES.finds(visit("I10", "N18.2"), "hypertension-presumed", "/diagnoses/0");
        assertThat(kidney.fix()).startsWith("Code I12.9,");
        assertThat(kidney.severity()).isEqualTo(Severity.WARNING);
        assertThat(RULES.findsAmongOthers(visit("I11.0", "I50.9", "N18.6"), "hypertension-presumed", "/diagnoses/0")
                        .fix())
                .startsWith("Code I13.2,");
        RULES.doesNotFind(visit("I12.9", "N18.2"), "hypertension-presumed");
        RULES.doesNotFind(visit("I13.0", "I50.9", "N18.2"), "hypertension-presumed");
        RULES.doesNotFind(visit("I10"), "hypertension-presumed");
    }

    @ParameterizedTest
    @CsvSource({
        "I10, I51.9, '', I11.9",
        "I10, I51.89, '', I11.9",
        "I10, I51.7, N18.6, I13.11",
        "I11.9, I50.9, '', I11.0",
        "I12.9, '', N18.6, I12.0",
        "I12.0, '', N18.31, I12.9",
        "I13.10, I50.22, N18.4, I13.0",
        "I13.0, I50.9, N18.5, I13.2",
    })
    void theCommonCodeOfHypertensionSaysHowIllHeartAndKidneysAre(
            String hypertension, String heart, String kidney, String right) {
        var codes = Stream.of(hypertension, heart, kidney)
                .filter(code -> !code.isEmpty())
                .toArray(String[]::new);
        assertThat(RULES.findsAmongOthers(visit(codes), "hypertension-presumed", "/diagnoses/0")
                        .fix())
                .startsWith("Code " + right + ",");
        codes[0] = right;
        RULES.doesNotFind(visit(codes), "hypertension-presumed");
    }

    @Test
    void otherHeartDiseaseIsNotPresumedToComeFromHypertension() {
        RULES.doesNotFind(visit("I10", "I51.81"), "hypertension-presumed");
        RULES.doesNotFind(visit("I10", "I48.91"), "hypertension-presumed");
        RULES.doesNotFind(visit("I11.0", "I51.7"), "hypertension-presumed"); // the failure is said by the code alone
    }
}
