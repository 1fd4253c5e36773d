package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What published case reports say in whole sentences where a visit's note has a word. Whatever the confidence is. */
class WholeSentencesTest {
    @Test
    void whatIsDeniedBesideADiseaseDoesNotTakeTheDiseaseAway() {
        assertThat(codes("A CT angiogram disclosed pulmonary embolism without right heart strain."))
                .contains("I2699")
                .doesNotContain("I2609");
        assertThat(codes("A CT angiogram disclosed pulmonary embolism with right heart strain."))
                .contains("I2609");
    }

    @Test
    void theLastWordOfAListIsOfAll() {
        assertThat(codes("He had pleural and pericardial effusions.")).contains("J90", "I3139");
        assertThat(codes("Hepatic, splenic and renal abscesses were drained.")).contains("K750", "D733", "N151");
        assertThat(codes("Thrombosis of the left popliteal and posterior tibial veins."))
                .contains("I82442")
                .noneMatch(code -> code.startsWith("I829"));
        assertThat(codes("Pneumonia and respiratory failure.")).contains("J189", "J9690");
        assertThat(codes("Fever and heart failure.")).doesNotContain("R5084");
    }

    @Test
    void theInfectionIsThatOfTheSiteAndTheOrganismStandsBesideIt() {
        assertThat(codes("A urinary tract infection with Klebsiella pneumoniae was treated with cefotaxime."))
                .contains("N390", "B961")
                .doesNotContain("A498");
    }

    @Test
    void whatIsChronicLastsAlsoInAHistory() {
        assertThat(codes("His past medical history comprised chronic constipation."))
                .contains("K5909");
        assertThat(codes("His past medical history comprised a perforated appendix."))
                .noneMatch(code -> code.startsWith("K35"));
    }

    @Test
    void whatCameAfterAnOperationIsOfToday() {
        assertThat(codes("Three months after nephrectomy, acute pancreatitis was diagnosed."))
                .contains("K8590", "Z905");
        assertThat(codes("Three months after acute pancreatitis he was well.")).doesNotContain("K8590");
    }

    @Test
    void anEpiduralAbscessBesideADiseasedSpineIsSpinal() {
        assertThat(codes("Imaging showed spondylodiscitis at L4-L5 with an epidural abscess."))
                .contains("M4646", "G061")
                .doesNotContain("G062");
    }

    /** I.C.9.a.10. */
    @Test
    void aHypertensiveCrisisIsOfAHypertension() {
        assertThat(codes("A hypertensive emergency was treated; he has end-stage renal disease."))
                .contains("I161", "I120", "N186")
                .doesNotContain("I10");
        assertThat(codes("A hypertensive emergency was treated; secondary hypertension was found."))
                .contains("I161", "I159")
                .doesNotContain("I10");
    }

    @Test
    void aNoduleIsNoPartOfAPneumonia() {
        assertThat(codes("Pneumonia. A nodule of the right upper lobe of the lung was found."))
                .contains("R911", "J189");
    }

    @Test
    void theOtherEyeIsNamedLessOften() {
        var report =
                "Pain of the right eye for %s. Keratitis of the right eye was found, with a vision of 20/200 of the "
                        + "right eye, and 20/20 in the left eye. She was treated. The slit lamp showed a hypopyon of 1 mm.";
        assertThat(codes(report.formatted("weeks"))).contains("H20051");
        assertThat(codes(report.formatted("weeks, and of the left eye"))).doesNotContain("H20051");
    }

    /** Index: pregnancy, complicated by, previous cesarean delivery. */
    @Test
    void aScarOfAnEarlierSectionIsOfThePregnancy() {
        assertThat(codes("Repeat cesarean section at 39 weeks for previous cesarean section. Liveborn girl.", 32))
                .contains("O34219", "Z370")
                .doesNotContain("Z98891");
        assertThat(codes("Two previous cesarean sections. She has asthma.", 52))
                .contains("Z98891")
                .noneMatch(code -> code.startsWith("O"));
    }

    @Test
    void whatWasDoneWeeksBeforeIsThere() {
        assertThat(codes("Stent to the right coronary artery three weeks ago. He was admitted with pneumonia."))
                .contains("Z955");
        assertThat(codes("A stent to the right coronary artery was placed.")).doesNotContain("Z955");
    }

    @Test
    void theThyroidThatWasIrradiatedIsNoGravesDiseaseAnyMore() {
        assertThat(codes("Hypothyroidism after radioiodine for Graves' disease."))
                .containsExactly("E890");
    }

    @Test
    void bloodAndAirOfAnInjuryAreOneCode() {
        assertThat(codes("He fell from scaffolding: fractures of the left seventh to tenth ribs and hemopneumothorax."))
                .contains("S272XXA", "S2242XA")
                .doesNotContain("S271XXA", "J942");
    }

    @Test
    void theTrimesterOfTheRecordIsOfTheCode() {
        assertThat(codes("Preterm labor with delivery at 34 weeks, liveborn boy, vaginal.", 32))
                .contains("O6014X0", "Z3A34");
        assertThat(codes("Preterm labor with delivery, liveborn boy.", 32)).contains("O6010X0");
    }

    @Test
    void aLacerationWithoutAPlaceIsNotOfTheScalp() {
        assertThat(codes("The laceration was closed with staples.")).doesNotContain("S0101XA");
        assertThat(codes("A laceration of the scalp was closed with staples.")).contains("S0101XA");
    }

    @Test
    void theWeeksAtBirthAreOfThePretermNewborn() {
        assertThat(codes("Newborn girl born at 30 weeks, birth weight 1400 g, respiratory distress syndrome.", 0))
                .contains("P0715", "P0733", "P220");
    }

    /** D70, use additional code for the fever: it is no symptom that the disease explains. */
    @Test
    void theFeverOfANeutropeniaIsNoSymptom() {
        assertThat(Symptoms.isSymptom("R5081")).isFalse();
        assertThat(Symptoms.isSymptom("R509")).isTrue();
    }

    @Test
    void nobodyIsAskedWhichOrganismGrew() {
        var suggested = CacTest.CAC.suggest(
                NoteText.of("A urinary tract infection due to Escherichia coli was treated.", NoteFormat.TEXT),
                new Encounter(Setting.INPATIENT, LocalDate.of(2026, 3, 2), null, null),
                1,
                Cac.Learned.NOTHING);

        assertThat(suggested.abstentions())
                .extracting(Abstention::code, abstention -> abstention.query() == null)
                .contains(tuple("B9620", true), tuple("N390", false));
    }

    @Test
    void statusesAreToldInSentences() {
        NoteTable.holds("""
            I M 60 | Z87891 | F17 | He had smoked until 2010.
            I M 60 | Z993 |  | He was confined to a wheelchair.
            I F 30 | Z975 |  | She had an intrauterine device.
            I M 60 | Z7682 |  | He is on the list for kidney transplantation.
            I M 60 | Z8774 | Q21 | As a child he had had a ventricular septal defect closed.
            I M 60 | S270XXA V845XXA |  | The tractor overturned. He had a traumatic pneumothorax.
            I M 60 |  | V84 | The tractor overturned. He was not hurt.
            I M 60 | Z5329 | Z5320 | He left against medical advice.
            """);
    }

    private static List<String> codes(String note) {
        return codes(note, 45);
    }

    private static List<String> codes(String note, int age) {
        var encounter = new Encounter(Setting.INPATIENT, LocalDate.of(2026, 3, 2), Encounter.Sex.FEMALE, age);
        return CacTest.CAC
                .suggest(NoteText.of(note, NoteFormat.TEXT), encounter, 0, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
