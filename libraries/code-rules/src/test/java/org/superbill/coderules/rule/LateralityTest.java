package org.superbill.coderules.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coderules.Sets.visit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeSet;
import org.superbill.coderules.InventedFacts;
import org.superbill.coderules.Sets;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Side;
import org.superbill.coderules.Terminology;

class LateralityTest {
    private static final RuleCheck RULES = new RuleCheck(
            new InventedFacts().diagnoses("""
                    H40111 | Primary open-angle glaucoma, right eye
                    H40112 | Primary open-angle glaucoma, left eye
                    H40113 | Primary open-angle glaucoma, bilateral
                    H40119 | Primary open-angle glaucoma, unspecified eye
                    M170 | Bilateral primary osteoarthritis of knee
                    M1710 | Unilateral primary osteoarthritis, unspecified knee
                    M1711 | Unilateral primary osteoarthritis, right knee
                    M1712 | Unilateral primary osteoarthritis, left knee
                    M25561 | Pain in right knee
                    M25562 | Pain in left knee
                    M25569 | Pain in unspecified knee
                    I501 | Left ventricular failure, unspecified
                    I10 | Hypertension
                    """).codes(Terminology.CPT, """
                    20610 | Injection into a joint
                    92250 | Picture of the retina
                    """).build());

    @Test
    void bothSidesAreOneCodeWhereThereIsOne() {
        var finding = RULES.finds(visit("H40.111", "H40.112"), "laterality-both-sides", "/diagnoses/0");
        assertThat(finding.fix()).isEqualTo("Code H40.113 alone.");
        assertThat(finding.pointers()).containsExactly("/diagnoses/0", "/diagnoses/1");
    }

    @Test
    void aSideIsNotCodedBesideBoth() {
        RULES.finds(visit("H40.113", "H40.111"), "laterality-both-sides", "/diagnoses/0");
        RULES.finds(visit("M17.0", "M17.11"), "laterality-both-sides", "/diagnoses/0");
    }

    @Test
    void rightAndLeftStandTogetherWhereNoCodeSaysBoth() {
        RULES.findsNothing(visit("M25.561", "M25.562"));
    }

    @Test
    void theModifierAndTheDiagnosisNameOneSide() {
        RULES.findsNothing(visit("M25.561").line("20610", "RT"));
        assertThat(RULES.finds(visit("M25.561").line("20610", "LT"), "laterality-modifier", "/lines/0/modifiers/0")
                        .message())
                .isEqualTo("Modifier LT is for the left side, M25.561 for the right one");
    }

    @Test
    void aDiagnosisOfBothSidesOrOfNoneContradictsNoModifier() {
        RULES.findsNothing(visit("H40.113").line("92250", "RT"));
        RULES.findsNothing(visit("I10").line("20610", "RT"));
        RULES.findsNothing(visit("M25.561", "M25.562").line("20610", "1", List.of(1, 2), "LT"));
        RULES.findsNothing(visit("I50.1").line("20610", "RT"));
    }

    @Test
    void beyondADiagnosisWithoutASideTheOtherSideIsAWarning() {
        var both = visit("I10", "M25.561").line("20610", "1", List.of(1, 2), "LT");
        assertThat(RULES.finds(both, "laterality-modifier", "/lines/0/modifiers/0")
                        .severity())
                .isEqualTo(Severity.WARNING);
        var alone = visit("I10", "M25.561").line("20610", "1", List.of(2), "LT");
        assertThat(RULES.finds(alone, "laterality-modifier", "/lines/0/modifiers/0")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void aSideThatAModifierNamesIsCoded() {
        var finding = RULES.finds(visit("M25.569").line("20610", "LT"), "side-unspecified", "/diagnoses/0");
        assertThat(finding.fix()).isEqualTo("Code M25.562.");
    }

    @Test
    void aSideThatAnotherCodeNamesIsCoded() {
        RULES.finds(visit("M25.569", "M25.561"), "side-unspecified", "/diagnoses/0");
    }

    @Test
    void aSideThatTheRecordNamesIsCoded() {
        var documented = new CodeSet.Diagnosis(Terminology.ICD_10_CM, "H40119", null, Side.BILATERAL);
        assertThat(RULES.finds(Sets.visit().diagnoses(List.of(documented)), "side-unspecified", "/diagnoses/0")
                        .fix())
                .isEqualTo("Code H40.113.");
    }

    @Test
    void aSideThatNobodyNamesMayStayOpen() {
        RULES.findsNothing(visit("M25.569", "I10").line("20610", "1", List.of(1, 2), "LT"));
        RULES.findsNothing(visit("M17.10"));
    }
}
