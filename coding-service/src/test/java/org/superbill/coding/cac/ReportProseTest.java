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

    /** The longer phrase has the words of the shorter one, over its "on". */
    @Test
    void acuteOnChronicIsNotChronic() {
        assertThat(codes("Acute on chronic hypoxemic respiratory failure was supported with a high-flow cannula."))
                .containsExactly("J9621");
        assertThat(codes("Acute and chronic respiratory failure with hypercapnia."))
                .containsExactly("J9622");
    }

    @Test
    void whatDidItStandsBehindManyWords() {
        assertThat(codes("A hypothyroidism induced by amiodarone was diagnosed."))
                .contains("E032", "T462X5A");
        assertThat(codes("A polyneuropathy which was put down to vincristine.")).contains("G620", "T451X5A");
        assertThat(codes("Steroid myopathy.")).contains("G720", "T380X5A");
    }

    /** A category of their own since October 2024. */
    @Test
    void checkpointInhibitorsAreNoAntineoplastics() {
        assertThat(codes("Colitis due to ipilimumab."))
                .contains("K521", "T45AX5A")
                .doesNotContain("T451X5A");
    }

    @Test
    void aPrimaryThatWasRemovedYearsAgoIsAHistory() {
        assertThat(
                        codes(
                                "A man who, three years ago, underwent left nephrectomy because of a clear cell renal carcinoma."))
                .contains("Z85528", "Z905")
                .doesNotContain("C642");
        assertThat(codes("He had a hemicolectomy for colon cancer in 2012.")).contains("Z85038");
        assertThat(codes("He underwent nephrectomy for renal cell carcinoma.")).contains("C649");
    }

    @Test
    void whatWasOnlyContemplatedIsNotThere() {
        assertThat(codes("Sialadenitis and peritonsillar abscess were contemplated."))
                .isEmpty();
        assertThat(codes("Nobody in the family had cancer of the head or neck."))
                .isEmpty();
        assertThat(codes("Dialysis has not become necessary.")).isEmpty();
    }

    /** I.C.13.d.2. */
    @Test
    void aVertebraThatCollapsesWithOsteoporosisIsAPathologicalFracture() {
        assertThat(codes("A compression fracture of L1 with osteoporosis.")).containsExactly("M8008XA");
        assertThat(codes("After a car accident he had a compression fracture of L1; osteoporosis was known."))
                .doesNotContain("M8008XA");
    }

    /** I.C.15.a.1: by trimester, childbirth and puerperium; not of a woman who only had children. */
    @Test
    void conditionsOfAPregnantWomanComplicateThePregnancy() {
        assertThat(codes("At 30 weeks of gestation she had hypothyroidism and essential hypertension.", 30))
                .contains("O99283", "E039", "O10013", "Z3A30")
                .doesNotContain("I10");
        assertThat(codes("At 38 weeks of gestation she gave birth to a live girl. She has hypothyroidism.", 30))
                .contains("O99284", "Z370");
        assertThat(codes("She has hypothyroidism and two children, both by cesarean section.", 30))
                .containsExactly("E039");
    }

    /** I.C.1.d.5.b. */
    @Test
    void septicShockAfterAnOperationHasACodeOfItsOwn() {
        assertThat(codes("Postoperative sepsis with septic shock."))
                .contains("T8112XA", "T8144XA")
                .doesNotContain("R6521");
    }

    @Test
    void aDrugIsTakenForLongUnlessItWasJustBegun() {
        assertThat(codes("He is on azathioprine for Crohn's disease.")).contains("Z79624");
        assertThat(codes("Apixaban was introduced on day 10.")).isEmpty();
        assertThat(codes("Atrial fibrillation was anticoagulated with apixaban, and sleep apnea was treated."))
                .contains("Z7901");
    }

    private static @Nullable Cue cue(String text) {
        var reading = Reader.shipped().read(text, 0, text.length(), false);
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
