package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** Notes of several lines, and of markup. */
class LinesOfNotesTest {
    private static final double THRESHOLD = 0.75;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Left knee\npain for two weeks.",
                "Left knee\npain",
                "She came for left knee\npain, worse on stairs.",
                "Assessment:\n1. Left knee\n   pain",
                "<p>Left knee<br/>pain</p>",
                "<p>Left knee <br/>pain</p>"
            })
    void aLineThatBreaksInASentenceGoesOn(String note) {
        assertThat(suggested(note)).contains("M25562");
    }

    @Test
    void aListOfSmallLettersIsNoSentence() {
        assertThat(suggested("Assessment:\nhypertension\nasthma\nno\ngout")).contains("I10", "J45909");
    }

    @Test
    void aConditionBrokenOverLinesIsOne() {
        assertThat(
                        suggested(
                                "Assessment:\n1. Type 2 diabetes\nmellitus with diabetic\npolyneuropathy\n2. Chronic kidney disease,\nstage 4"))
                .contains("E1142", "N184");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section><title>Immunizations</title><text><table><tr><th>Vaccine</th><th>Date</th></tr><tr><td>Influenza</td><td>2025-10-01</td></tr><tr><td>Varicella</td><td>1999</td></tr><tr><td>Hepatitis B</td><td>2001</td></tr></table></text></section>",
                "IMMUNIZATION HISTORY\nInfluenza 10/2025\nVaricella 1999\nTetanus 2020\nPneumococcal 2022\nShingles 2021\n\nASSESSMENT\nHypertension.",
                "Immunizations:\n- influenza 2025\n- varicella 1999\n- hepatitis B 2001\n\nAssessment: gout.",
                "Vaccines:\nMeasles 1990\nPolio 1991\n\nPlan: return in a year."
            })
    void whatStandsUnderImmunizationsIsNoDiseaseAndNothingOfToday(String note) {
        assertThat(suggested(note))
                .noneMatch(code -> code.startsWith("B") || code.startsWith("J1") || code.startsWith("A"))
                .doesNotContain("Z23", "Z8619", "Z8701");
    }

    @Test
    void aVaccineOfTheDayIsOneThatIsGivenToday() {
        assertThat(suggested("Influenza vaccine given 2026-03-02.")).contains("Z23");
        assertThat(suggested("Influenza vaccine given 2025-10-01.")).doesNotContain("Z23");
    }

    @Test
    void covidComesBeforeItsPneumonia() {
        assertThat(suggested("Assessment: COVID-19 pneumonia, hypertension.")).startsWith("U071", "J1282");
    }

    private static List<String> suggested(String note) {
        return CacTest.CAC
                .suggest(
                        NoteText.of(note, note.startsWith("<") ? NoteFormat.MARKUP : NoteFormat.TEXT),
                        new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), Encounter.Sex.FEMALE, 50),
                        THRESHOLD,
                        Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
