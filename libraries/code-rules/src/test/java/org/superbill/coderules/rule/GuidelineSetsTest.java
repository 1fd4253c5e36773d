package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.DAY;
import static org.superbill.coderules.Sets.stay;
import static org.superbill.coderules.Sets.visit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coderules.Encounter;
import org.superbill.coderules.Finding;
import org.superbill.coderules.Patient;
import org.superbill.coderules.Sets;
import org.superbill.coderules.Severity;

/** Sets that chapters of the guidelines judge by nothing but their codes: what is found, what must be left alone, and at which boundary it changes. */
class GuidelineSetsTest {
    private static List<Finding> check(Sets set) {
        return CodeRules.checkWithoutFacts(set.build());
    }

    /** @param expected rules with their severity, parted by blanks; a dash for nothing */
    private static void finds(Sets set, String expected) {
        assertThat(check(set))
                .as(expected)
                .extracting(finding -> finding.rule() + (finding.severity() == Severity.ERROR ? "!" : ""))
                .containsExactlyElementsOf(expected.equals("-") ? List.of() : Arrays.asList(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        // I.C.15.b.5, I.C.15.n.3, I.C.15.q.1, I.C.21.c.11
        "O80, delivery-outcome!",
        "O82 Z3A.39, delivery-outcome!",
        "O80 Z37.0 Z3A.39, -",
        "O80 Z37.1, delivery-outcome!",
        "O34.211 Z37.1, -",
        "I10 Z37.0, delivery-outcome",
        "Z33.2 Z37.0, -",
        "O34.211 Z3A.39, -",
        // O30 and Z37
        "O30.043 Z37.0 Z3A.38, outcome-of-multiple",
        "O30.043 O31.23X1 Z37.0, -",
        "O30.043 Z37.2, -",
        "O30.043 Z37.9, -",
        "O34.211 Z37.2, outcome-of-multiple",
        "O34.211 Z37.59, outcome-of-multiple",
        // I.C.1.d
        "A41.51 R65.21, -",
        "A41.51 R65.20, severe-sepsis-organ",
        "A41.51 R65.20 N17.9, -",
        "A41.9 R65.20 J96.01, -",
        "N39.0 R65.21, severe-sepsis-infection!",
        "A04.72 R65.21, severe-sepsis-infection",
        "N39.0 R65.21 B96.20, severe-sepsis-infection!",
        "O85 R65.21, -",
        "T81.44XA A41.9 R65.21, -",
        "N39.0 A41.51, -", // an office visit has no admission
        // I.C.9.e.4
        "I22.2, subsequent-infarction!",
        "I22.2 I21.09, -",
        "I21.09 I22.2, -",
        "I22.0 I25.2, subsequent-infarction!",
        // I.C.19.d.6
        "T31.10 T22.311A, burn-extent-first!",
        "T32.10 T22.711A, burn-extent-first!",
        "T22.311A T31.10, -",
        "T31.10, -",
        "T31.10 T27.0XXA, -",
        // I.C.20.b, I.C.20.c, I.C.20.k
        "S52.501A W01.0XXA Y92.010 Y93.02 Y99.8, -",
        "S52.501B W01.0XXA Y92.010, -",
        "S52.501D W01.0XXD Y92.010, cause-circumstances",
        "M21.931 S52.501S Y93.02, cause-circumstances",
        "S52.501D S61.001A Y99.8, -", // hurt anew
        "S52.501A Y92.010 Y92.230, cause-circumstances",
        "S52.501A Y93.02 Y93.01 Y99.0 Y99.8, cause-circumstances cause-circumstances",
        "T78.40XA Y92.010, -",
        "M54.50 Y93.02, -",
        // I.C.1.a.2
        "B59 B20, hiv-first",
        "B20 B59, -",
        "S72.001A B20, -",
        "D59.31 B20, -",
        // I.C.21.c.7
        "Z47.89 S72.141D, aftercare-of-injury",
        "S72.141G Z48.02, aftercare-of-injury",
        "Z47.1 Z96.641, -",
        "Z47.89 S72.141S, -",
        "Z48.02 S01.81XA, -",
        "Z47.1 M80.051D, -",
        "Z45.018 S72.141D, -",
        "Z48.02 T34.011D, aftercare-of-injury",
        "Z48.02 T81.41XD, -",
        // I.C.1.g.1.m
        "U09.9 R53.82, post-covid-first",
        "R53.82 U09.9, -",
        "U09.9, -",
        "U09.9 Z79.4, -",
        "U09.9 U07.1, -",
        // I.C.2.e.2
        "Z51.11, treatment-without-neoplasm",
        "Z51.0 D64.81, treatment-without-neoplasm",
        "Z51.11 C50.911, -",
        "Z51.12 D47.2, -",
        "Z51.81, -",
        // I.C.19.e.5
        "T39.1X2A T39.1X5A, drug-intent-contradicts",
        "T39.1X2A T39.1X6A, drug-intent-contradicts",
        "T36.91XA T36.95XA, drug-intent-contradicts",
        "T39.1X2A T39.015A, -",
        "K29.00 T39.1X2S T39.1X5A, -",
        "K29.00 T39.015A T39.016A, -", // too little of it because of its effect
        // I.C.19.a, I.C.19.c.1
        "S72.001A S72.001D, injury-episodes",
        "S72.001A S72.001B, injury-episodes",
        "M80.051D M80.051A, injury-episodes",
        "S72.001A S72.002D, -",
        "M1A.0110 M1A.0111, -", // tophi
        "S72.001D S72.001S, sequela-with-acute!",
        // I.C.20.a.2
        "S52.501D W19.XXXA, cause-episode",
        "S52.501A W19.XXXD, cause-episode",
        "S52.501B W19.XXXA, -",
        "S52.501G W19.XXXD, -",
        "S52.501D S61.001A W19.XXXA, -",
        "M25.531 S52.501S W19.XXXS, -",
        "M25.531 S52.501S W19.XXXD, cause-episode",
        "W19.XXXA, external-cause-first!",
        "R07.89 W19.XXXD, -",
        // Z20
        "U07.1 Z20.822, contact-with-diagnosed!",
        "B01.9 Z20.820, contact-with-diagnosed!",
        "J06.9 Z20.822, -",
        "U07.1 Z20.820, -",
        "A56.01 Z20.2, -",
        // I.B.14
        "E66.813 Z68.36, obesity-class",
        "E66.812 Z68.34, obesity-class",
        "E66.812 Z68.35, -",
        "E66.812 Z68.39, -",
        "E66.811 Z68.30, -",
        "E66.811 Z68.29, obesity-class",
        "E66.813 Z68.41, -",
        "E66.813 Z68.45, -",
        "E66.813, -",
        "E66.813 Z68.54, -", // a percentile
        // I.C.4.a
        "E11.9 E11.22, diabetes-contradicts!",
        "E10.65 E10.9, diabetes-contradicts!",
        "E11.22 E11.65, -",
        "E11.9, -",
        "E11.9 E10.65, -", // two diabetes: an Excludes1 note keeps them apart
        "E08.9 E11.22, -",
    })
    void aVisit(String codes, String expected) {
        finds(visit(codes.split(" ")), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "N39.0 A41.51, YY, sepsis-first",
        "J18.9 A41.9, YY, sepsis-first",
        "N39.0 A41.51, YN, -", // it came after the admission
        "N39.0 A41.51, YU, -",
        "A41.51 N39.0, YY, -",
        "T81.41XA A41.9, YY, -", // I.C.1.d.5 has another order
        "D59.31 A41.9, YY, -",
        "U07.1 A41.89, YY, -",
    })
    void sepsisThatWasPresentOnAdmissionStandsFirst(String codes, String present, String expected) {
        finds(stay(codes.split(" ")).presentOnAdmission(present), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10D00Z1, delivery-outcome!",
        "10E0XZZ, delivery-outcome!",
        "10D17ZZ, -", // what was retained
        "10A07ZZ, -",
    })
    void aProcedureThatDeliversHasAnOutcome(String procedure, String expected) {
        finds(stay("O34.211").procedure(procedure), expected);
        finds(stay("O34.211", "Z37.0").procedure(procedure), "-");
    }

    @ParameterizedTest
    @CsvSource({
        "O02.1, 10D07Z8, delivery-outcome",
        "O03.4, 10E0XZZ, delivery-outcome",
        "O00.90, 10D07Z8, delivery-outcome",
        "O08.1, 10D07Z8, delivery-outcome",
        "O09.90, 10D07Z8, delivery-outcome!",
        "O03.4, 10D17ZZ, -",
        // a termination (I.C.15.q.1), by whatever procedure
        "Z33.2, 10D07Z8, delivery-outcome",
        "Z33.2, 10E0XZZ, delivery-outcome",
        "Z33.2, 10A07ZX, -",
        "Z33.2 Z37.0, 10A07ZX, -",
        "Z33.2 Z37.0, 10D00Z1, -",
        "Z33.2 Z37.0, 10E0XZZ, -",
        "Z33.1, 10E0XZZ, delivery-outcome!",
    })
    void anAbortionMayHaveNoOutcomeOfDelivery(String abortion, String procedure, String expected) {
        finds(stay(abortion.split(" ")).procedure(procedure), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Z68.52, 1, body-mass-age!",
        "Z68.52, 2, -",
        "Z68.56, 19, -",
        "Z68.52, 20, body-mass-age!",
        "Z68.31, 19, body-mass-age!",
        "Z68.31, 20, -",
        "Z68.1, 50, -",
    })
    void theBodyMassIndexIsForItsAge(String index, int years, String expected) {
        finds(visit("E66.9", index).of(new Patient(null, null, years)), expected);
        finds(visit("E66.9", index), "-");
    }

    @Test
    void aStayEndsOnTheDayOnWhichItBeginsOrLater() {
        finds(visit("I10").in(Encounter.inpatient(DAY, DAY)), "-");
        finds(visit("I10").in(Encounter.inpatient(DAY, DAY.minusDays(1))), "discharge-before-admission!");
    }

    @ParameterizedTest
    @CsvSource({
        "20610, 78 79, modifiers-contradict!",
        "20610, 58 78, modifiers-contradict!",
        "20610, 58 79, modifiers-contradict!",
        "47562, 80 AS, modifiers-contradict",
        "47562, AS, -",
        "99213, 95 GT, modifiers-contradict",
        "99213, 95, -",
        "20610, LC, modifier-with-code!",
        "92928, LC, -",
        "33533, LD, -",
        "C9600, LD, -",
        "99213, QW, modifier-with-code!",
        "99213, F5, modifier-with-code!",
        "99213, 22, modifier-with-code!",
        "99024, 55, -",
        "92014, E1, modifier-with-code!",
        "99213, 52, -",
        "11730, TA, -",
        "87880, QW, -",
        "G0328, QW, -",
    })
    void modifiersThatDoNotGoTogetherOrWithTheCode(String procedure, String modifiers, String expected) {
        finds(visit("I10").line(procedure, modifiers.split(" ")), expected);
    }
}
