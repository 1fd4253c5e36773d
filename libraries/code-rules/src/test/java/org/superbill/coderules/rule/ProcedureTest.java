package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.stay;
import static org.superbill.coderules.Sets.visit;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Sets;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** ICD-10-PCS, ICD-11, modifiers and units. */
class ProcedureTest {
    private static final RuleCheck RULES = new RuleCheck(new InventedFacts()
            .diagnoses("I10 | Hypertension")
            .codes(Terminology.CPT, """
                    99213 | Office visit
                    99417 | Prolonged visit
                    20610 | Injection into a joint
                    71046 | Picture of the chest
                    80048 | Laboratory test
                    0001U | Test of one maker
                    98004 | Visit by video
                    98017 | Check-in
                    98966 | Assessment by telephone
                    99283 | Emergency visit
                    """)
            .codes(Terminology.HCPCS, """
                    J1100 | Drug
                    G0103 | Laboratory test
                    G0439 | Yearly wellness visit
                    A0425 | Miles by ambulance
                    """)
            .codes(Terminology.MODIFIER, """
                    25 | Modifier
                    26 | Modifier
                    50 | Modifier
                    59 | Modifier
                    LT | Modifier
                    RT | Modifier
                    TC | Modifier
                    76 | Modifier
                    27 | Modifier
                    91 | Modifier
                    E1 | Modifier
                    E2 | Modifier
                    E3 | Modifier
                    E4 | Modifier
                    FA | Modifier
                    F1 | Modifier
                    F2 | Modifier
                    F5 | Modifier
                    TA | Modifier
                    T1 | Modifier
                    T5 | Modifier
                    T9 | Modifier
                    """)
            .codes(Terminology.ICD_10_PCS, """
                    0DTJ4ZZ | Removal of the appendix
                    0DTJ0ZZ | Removal of the appendix, open | code | 2024-10-01..2025-09-30
                    """)
            .codes(Terminology.ICD_11, """
                    1A00 | Stem
                    2C252 | Stem with a dot
                    XS9R | Extension
                    XK9K | Extension
                    """)
            .build());

    @Test
    void aPcsCodeHasSevenCharactersAndNeverIOrO() {
        RULES.findsNothing(stay("I10").procedure("0DTJ4ZZ"));
        RULES.finds(stay("I10").procedure("0DTJ4Z"), "pcs-form", "/procedures/0");
        RULES.finds(stay("I10").procedure("ODTJ4ZZ"), "pcs-form", "/procedures/0");
        RULES.finds(stay("I10").procedure("0DTI4ZZ"), "pcs-form", "/procedures/0");
    }

    @Test
    void aPcsCodeIsInTheOrderFileOfTheYear() {
        RULES.finds(stay("I10").procedure("0DTJ9ZZ"), "pcs-unknown", "/procedures/0");
        RULES.finds(stay("I10").procedure("0DTJ0ZZ"), "pcs-not-valid-on-date", "/procedures/0");
    }

    /** Nothing of it is said by lists of other days: neither that there is such a code nor that there is none. */
    @Test
    void ofADayBeforeTheFirstReleaseItIsSaidThatNoneIsInForce() {
        var before = LocalDate.of(2024, 9, 30);
        var stay = Encounter.inpatient(before, before);
        assertThat(RULES.check(stay("I10").in(stay).procedure("0DTJ9ZZ").procedure("0DTJ4ZZ")))
                .filteredOn(finding -> finding.pointer().startsWith("/procedures"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.rule()).isEqualTo("release-missing");
                    assertThat(found.message()).contains("ICD-10-PCS", "was in force on 2024-09-30", "0DTJ9ZZ");
                    assertThat(found.severity()).isEqualTo(Severity.WARNING);
                });
        RULES.finds(stay("E11.9").in(stay), "release-missing", "/diagnoses/0");
        RULES.finds(stay("E11").in(stay), "release-missing", "/diagnoses/0");
        RULES.finds(stay("E1").in(stay), "diagnosis-unknown", "/diagnoses/0");
        RULES.finds(stay("E11.9"), "diagnosis-unknown", "/diagnoses/0");
        var without = new RuleCheck(
                new InventedFacts().diagnoses("I10 | Hypertension").build());
        without.finds(stay("I10").procedure("0DTJ4ZZ"), "release-missing", "/procedures/0");
    }

    @Test
    void pcsIsForInpatients() {
        RULES.finds(visit("I10").procedure("0DTJ4ZZ"), "pcs-outpatient", "/procedures/0");
    }

    @Test
    void aProcedureIsOfTheStayOrOfTheThreeDaysBefore() {
        var admission = DAY.minusDays(3); // as Sets.stay has it
        RULES.findsNothing(stay("I10").procedure("0DTJ4ZZ", admission.minusDays(3)));
        RULES.findsNothing(stay("I10").procedure("0DTJ4ZZ", DAY));
        RULES.finds(stay("I10").procedure("0DTJ4ZZ", admission.minusDays(4)), "pcs-date", "/procedures/0/date");
        RULES.finds(stay("I10").procedure("0DTJ4ZZ", DAY.plusDays(1)), "pcs-date", "/procedures/0/date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1A00", "2C25.2&XS9R", "2C25.2&XS9R&XK9K/1A00", "1A00/2C25.2"})
    void aClusterIsStemCodesEachWithItsExtensions(String cluster) {
        RULES.findsNothing(Sets.visit().icd11(cluster));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XS9R", "1A00&2C25.2", "1A00/XS9R", "1A00&", "/1A00", "1A00&&XS9R", "1AO0"})
    void anythingElseIsNoCluster(String cluster) {
        assertThat(RULES.check(Sets.visit().icd11(cluster)))
                .isNotEmpty()
                .allMatch(finding -> finding.rule().equals("icd-11-cluster"));
    }

    @Test
    void aCodeOfAClusterIsInTheLinearization() {
        RULES.finds(Sets.visit().icd11("1A01"), "icd-11-unknown", "/diagnoses/0");
    }

    @Test
    void aClusterOfWhichNoReleaseIsLoadedIsNotValidWithoutSayingSo() {
        var without = new RuleCheck(
                new InventedFacts().diagnoses("I10 | Hypertension").build());
        without.finds(Sets.visit().icd11("5Z99.ZZ", "1A00"), "release-missing", "/diagnoses/0");
    }

    @Test
    void aModifierIsTwoLettersOrDigits() {
        RULES.findsNothing(visit("I10").line("20610", "59", "RT"));
        RULES.finds(visit("I10").line("20610", "59", "R"), "modifier-form", "/lines/0/modifiers/1");
        RULES.finds(visit("I10").line("20610", "R!"), "modifier-form", "/lines/0/modifiers/0");
    }

    @Test
    void aModifierIsOneThatIsThere() {
        RULES.finds(visit("I10").line("20610", "ZQ"), "modifier-unknown", "/lines/0/modifiers/0");
    }

    /** X is a destination only; of other procedures the letters say nothing. */
    @Test
    void whereATransportBeganAndEndedIsAModifierOfTransports() {
        for (var right : List.of("RH", "SX", "HH", "DJ")) {
            RULES.doesNotFind(visit("I10").line("A0427", right), "modifier-unknown");
        }
        for (var wrong : List.of("XH", "RK", "AH")) {
            RULES.findsAmongOthers(visit("I10").line("A0427", wrong), "modifier-unknown", "/lines/0/modifiers/0");
        }
        RULES.doesNotFind(visit("I10").line("A0999", "RH"), "modifier-unknown");
        RULES.findsAmongOthers(visit("I10").line("A1000", "RH"), "modifier-unknown", "/lines/0/modifiers/0");
        RULES.findsAmongOthers(visit("I10").line("20610", "RH"), "modifier-unknown", "/lines/0/modifiers/0");
    }

    @Test
    void fourModifiersFitAndFiveDoNot() {
        RULES.doesNotFind(visit("I10").line("20610", "59", "RT", "76", "LT"), "modifiers-too-many");
        RULES.findsAmongOthers(
                visit("I10").line("20610", "59", "RT", "76", "26", "LT"), "modifiers-too-many", "/lines/0/modifiers");
    }

    @Test
    void aModifierIsThereOnceAndContradictsNoOther() {
        RULES.finds(visit("I10").line("20610", "59", "59"), "modifier-duplicate", "/lines/0/modifiers/1");
        RULES.finds(visit("I10").line("20610", "RT", "LT"), "modifiers-contradict", "/lines/0/modifiers");
        RULES.finds(visit("I10").line("20610", "50", "LT"), "modifiers-contradict", "/lines/0/modifiers");
        RULES.finds(visit("I10").line("71046", "26", "TC"), "modifiers-contradict", "/lines/0/modifiers");
    }

    @Test
    void aLidAFingerOrAToeIsOnOneSide() {
        for (var wrong : List.of("RT F1", "LT F5", "RT E2", "LT E3", "RT TA", "LT T9", "RT FA")) {
            RULES.finds(visit("I10").line("20610", wrong.split(" ")), "modifiers-contradict", "/lines/0/modifiers");
        }
        for (var right : List.of("RT F5", "LT FA", "LT E1", "RT E4", "RT T5", "LT T1", "F1 F2")) {
            RULES.doesNotFind(visit("I10").line("20610", right.split(" ")), "modifiers-contradict");
        }
    }

    @Test
    void modifier91IsForLaboratoryTestsAnd27ForEvaluations() {
        RULES.doesNotFind(visit("I10").line("80048", "91"), "modifier-with-code");
        RULES.doesNotFind(visit("I10").line("G0103", "91"), "modifier-with-code");
        RULES.doesNotFind(visit("I10").line("0001U", "91"), "modifier-with-code");
        RULES.finds(visit("I10").line("20610", "91"), "modifier-with-code", "/lines/0/modifiers/0");
        RULES.finds(visit("I10").line("99213", "91"), "modifier-with-code", "/lines/0/modifiers/0");
        RULES.doesNotFind(visit("I10").line("99283", "27"), "modifier-with-code");
        RULES.finds(visit("I10").line("20610", "27"), "modifier-with-code", "/lines/0/modifiers/0");
    }

    @Test
    void aVisitByVideoOrTelephoneIsAnEvaluation() {
        RULES.doesNotFind(visit("I10").line("98004", "25"), "modifier-with-code");
        RULES.doesNotFind(visit("I10").line("98966", "25"), "modifier-with-code");
        RULES.finds(visit("I10").line("98004", "59"), "modifier-with-code", "/lines/0/modifiers/0");
        RULES.finds(visit("I10").line("98017", "25"), "modifier-with-code", "/lines/0/modifiers/0");
    }

    @Test
    void modifier25IsForEvaluationsAnd59ForProcedures() {
        RULES.findsNothing(visit("I10").line("99213", "25").line("20610", "59"));
        RULES.findsNothing(visit("I10").line("G0439", "25"));
        RULES.finds(visit("I10").line("20610", "25"), "modifier-with-code", "/lines/0/modifiers/0");
        RULES.finds(visit("I10").line("99213", "59"), "modifier-with-code", "/lines/0/modifiers/0");
    }

    @Test
    void unitsAreWholeAndAboveZero() {
        RULES.findsNothing(visit("I10").line("J1100", "4", List.of(1)));
        RULES.finds(visit("I10").line("J1100", "0.5", List.of(1)), "units-form", "/lines/0/units");
        RULES.finds(visit("I10").line("J1100", "0", List.of(1)), "units-form", "/lines/0/units");
        RULES.findsNothing(visit("I10").line("J1100", "2.000", List.of(1)));
        RULES.findsNothing(visit("I10").line("A0425", "12.4", List.of(1)));
    }

    @Test
    void aVisitAndABilateralProcedureHaveOneUnit() {
        RULES.finds(visit("I10").line("99213", "2", List.of(1)), "units-of-visit", "/lines/0/units");
        RULES.findsNothing(visit("I10").line("99417", "2", List.of(1)));
        RULES.finds(visit("I10").line("20610", "2", List.of(1), "50"), "units-of-bilateral", "/lines/0/units");
    }

    @Test
    void aProcedureIsNotOnTwoLinesAlike() {
        RULES.finds(visit("I10").line("20610").line("20610"), "procedure-duplicate", "/lines/1/procedureCode");
        RULES.findsNothing(visit("I10").line("20610", "RT").line("20610", "LT"));
        RULES.findsNothing(visit("I10").line("20610").line("20610", "76"));
    }

    @Test
    void someRulesNeedNoFacts() {
        var set = visit("W26.8XXA", "S61.001A").line("20610", "2", List.of(1), "50", "LT");
        assertThat(CodeRules.checkWithoutFacts(set.build()))
                .extracting(Finding::rule)
                .containsExactly("external-cause-first", "modifiers-contradict", "units-of-bilateral");
    }
}
