package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** Case reports in prose, without headings: what is done now is no status, and what belongs to one condition says nothing of another. */
class ReportProseTest {
    @Test
    void aGraveWordOfOneConditionIsNotAnothers() {
        assertThat(codes("A man with atrial fibrillation, chronic obstructive pulmonary disease and gout."))
                .contains("I4891", "J449");
    }

    @Test
    void aLetterOfTheIndexIsNoWord() {
        assertThat(codes("Hemoglobin was 9.8 g/dL.")).doesNotContain("D573");
    }

    @Test
    void whatIsPutInOrGivenNowIsNoStatus() {
        assertThat(codes("A permanent pacemaker was implanted for complete heart block."))
                .doesNotContain("Z950");
        assertThat(codes("He had a history of heart block with a permanent pacemaker."))
                .contains("Z950");
        assertThat(codes("Insulin was started.")).doesNotContain("Z794");
        assertThat(codes("She takes insulin.")).contains("Z794");
        assertThat(codes("Acute kidney injury; three sessions of hemodialysis were performed."))
                .doesNotContain("Z992");
    }

    @Test
    void withAfterAWithoutIsThere() {
        assertThat(codes("A woman without treatment, with a family history of breast cancer."))
                .contains("Z803");
    }

    @Test
    void whatComesOfAnAccidentIsTraumatic() {
        assertThat(
                        codes(
                                "After a car accident he had a fracture of the shaft of the left femur, pneumothorax and hemorrhagic shock."))
                .contains("S270XXA", "T794XXA")
                .doesNotContain("J939", "R578");
    }

    @Test
    void aFractureIsDisplacedUnlessTheRecordSaysOtherwise() {
        assertThat(codes("A comminuted fracture of the shaft of the left femur."))
                .contains("S72352A");
    }

    @Test
    void aMalformationThatWasRepairedIsAHistory() {
        assertThat(codes("A ventricular septal defect that had been repaired in childhood."))
                .contains("Z8774")
                .doesNotContain("Q210");
    }

    @Test
    void aNewbornHasCodesOfItsOwnAndNoPregnancy() {
        var note =
                "Female newborn of 29 weeks of gestation and a birth weight of 1,180 g after maternal preeclampsia. Stage 2 necrotizing enterocolitis was diagnosed.";
        assertThat(codes(note, 0)).contains("P0714", "P0732", "P772").noneMatch(code -> code.startsWith("O"));
        assertThat(codes(note, 0)).doesNotContain("Z3A29", "K5532");
    }

    @Test
    void aKidneyThatWasGivenEndsTheLastStage() {
        assertThat(codes("End-stage renal disease in the past; a kidney transplant recipient."))
                .contains("Z940")
                .doesNotContain("N186");
    }

    @Test
    void aPregnancyThatDoesNotGoOnHasNoWeeks() {
        assertThat(codes("At 11 weeks of gestation a complete hydatidiform mole was found.", 29))
                .contains("O010")
                .noneMatch(code -> code.startsWith("Z3A"));
    }

    @Test
    void anOrganismThatTheInfectionNamesIsNotSaidTwice() {
        assertThat(codes("Pseudomonas sepsis; blood cultures grew Pseudomonas aeruginosa."))
                .contains("A4152")
                .doesNotContain("B965");
    }

    @Test
    void aFebrileNeutropeniaOfChemotherapyIsThreeCodes() {
        assertThat(codes("She had chemotherapy-induced febrile neutropenia.")).contains("D701", "R5081", "T451X5A");
    }

    @Test
    void aWordBeforeAConditionSaysWhoHoldsItForWhat() {
        assertThat(cue("the diagnosis of severe malaria")).isEqualTo(Cue.DIAGNOSED);
        assertThat(cue("CT showed a malaria")).isEqualTo(Cue.FOUND);
        assertThat(cue("malaria")).isNull();
    }

    private static @Nullable Cue cue(String text) {
        var reading = Reader.shipped().read(text, 0, text.length());
        return Cue.before(reading, reading.size() - 1).orElse(null);
    }

    private static List<String> codes(String note) {
        return codes(note, null);
    }

    private static List<String> codes(String note, @Nullable Integer age) {
        var encounter = new Encounter(
                Setting.INPATIENT, LocalDate.of(2026, 3, 2), age == null ? null : Encounter.Sex.FEMALE, age);
        return CacTest.CAC
                .suggest(NoteText.of(note, NoteFormat.TEXT), encounter, 0, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
