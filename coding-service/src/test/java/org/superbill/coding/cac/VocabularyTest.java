package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What words lead to, whatever the confidence is. */
class VocabularyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a leiomyosarcoma of the uterus was found          | C55
                    rhabdomyosarcoma of the left thigh                | C492
                    an osteosarcoma of the distal femur               | C402
                    Ewing sarcoma of the right tibia                  | C402
                    a schwannoma was removed                          | D3610
                    neuroblastoma of the adrenal gland                | C749
                    gliosarcoma                                       | C719
                    """)
    void theNameOfAGrowthSaysItsBehaviorAndTissue(String text, String target) {
        assertThat(targets(text)).containsExactly(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Established diagnosis of chronic lymphocytic leukaemia | C9110
                    She suffered an ischaemic stroke          | I639
                    He was hypercalcaemic                     | E8352
                    She was tachypnoeic                       | R0682
                    He was in status asthmaticus              | J45902
                    biliary atresia                           | Q442
                    premature rupture of membranes            | O429
                    acute inflammatory demyelinating polyneuropathy | G610
                    """)
    void otherSpellingsAdjectivesAndOrdinaryWordsTogetherAreTerms(String text, String target) {
        assertThat(targets(text)).anyMatch(code -> code.startsWith(target));
    }

    @Test
    void wordsThatSayNothingApartAreNoTermWhereTheyStandApart() {
        assertThat(targets("The shock was toxic to nobody, and in May he left")).isEmpty();
    }

    @Test
    void anObstetricDiagnosisNeedsNoOtherWordOfPregnancy() {
        assertThat(proposed("Assessment: spontaneous abortion.")).containsExactly("O039");
        assertThat(proposed("Assessment: HELLP syndrome.")).containsExactly("O1420");
    }

    @Test
    void anAttemptByPoisoningIsInTheCodeOfThePoisoning() {
        assertThat(proposed("She took an intentional acetaminophen overdose in a suicide attempt."))
                .contains("T391X2A")
                .doesNotContain("T1491XA");
        assertThat(proposed("She was admitted after a suicide attempt.")).contains("T1491XA");
    }

    private static List<String> targets(String text) {
        return CacTest.CAC.mentions(text).stream().map(Mention::target).toList();
    }

    private static List<String> proposed(String text) {
        return CacTest.CAC
                .suggest(
                        NoteText.of(text, NoteFormat.TEXT),
                        new Encounter(Setting.INPATIENT, DAY, Encounter.Sex.FEMALE, 30),
                        0,
                        Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
