package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What several sentences of a case report make one code, or one sentence two. */
class CombinedCodesTest {
    @Test
    void theBurnedSurfaceIsCodedWithItsShareOfThirdDegree() {
        assertThat(
                        codes(
                                "Full-thickness burns of the chest wall and partial-thickness burns of both hands amounted to 28% of the body surface, 14% of it third-degree."))
                .contains("T2131XA", "T23201A", "T23202A", "T3121");
        assertThat(codes("He had hypertension in 20% of the body surface.")).noneMatch(code -> code.startsWith("T31"));
    }

    @Test
    void theAneurysmThatBledIsOfTheBleedingsCode() {
        assertThat(
                        codes(
                                "CT showed a subarachnoid hemorrhage. Angiography demonstrated a saccular aneurysm of the right middle cerebral artery."))
                .contains("I6011")
                .doesNotContain("I609");
    }

    @Test
    void valvesThatAreNotRheumaticStayApart() {
        assertThat(codes("Nonrheumatic mitral regurgitation and nonrheumatic aortic stenosis."))
                .contains("I340", "I350")
                .doesNotContain("I080");
        assertThat(codes("Mitral regurgitation and aortic stenosis.")).contains("I080");
    }

    @Test
    void anOrganismOfAnotherSiteMakesNoPneumonia() {
        assertThat(codes("Community-acquired pneumonia. Urinary tract infection, culture grew E. coli."))
                .contains("J189", "N390", "B9620")
                .doesNotContain("J155");
        assertThat(codes("Pneumonia. Sputum culture grew E. coli."))
                .contains("J155")
                .doesNotContain("B9620");
    }

    @Test
    void diabetesTakesWhatItsIndexListsAndNoMore() {
        assertThat(codes("Type 2 diabetes. Gastroparesis.")).contains("E1143", "K3184");
        assertThat(codes("Type 2 diabetes. Hypertensive retinopathy of both eyes."))
                .contains("H35033")
                .doesNotContain("E11319");
    }

    @Test
    void anUlcerBesideDiabetesIsPresumedToBeOfItAndKeepsItsCode() {
        assertThat(codes("Type 2 diabetes. Ulcer of the left heel with fat layer exposed."))
                .contains("E11621", "L97422")
                .doesNotContain("E119");
        assertThat(codes("Type 1 diabetes. Chronic ulcer of the right calf with fat layer exposed."))
                .contains("E10622", "L97212");
        assertThat(codes("Type 2 diabetes. Non-pressure chronic ulcer of the back limited to breakdown of skin."))
                .contains("E11622", "L98421");
        assertThat(codes("Type 2 diabetes. Ulcer of the left heel. Chronic ulcer of the right calf."))
                .contains("E11621", "E11622");
        assertThat(codes("Type 2 diabetes. Venous stasis ulcer of the right calf."))
                .noneMatch(code -> code.startsWith("E1162"));
    }

    @Test
    void whatTheIndexOnlyHasAsNotElsewhereClassifiedNeedsTheRecordsWord() {
        assertThat(codes("Type 2 diabetes. Cellulitis of the left lower leg."))
                .contains("E119", "L03116")
                .doesNotContain("E11628");
        assertThat(codes("Type 2 diabetes. Cellulitis of the left lower leg due to diabetes."))
                .contains("E11628", "L03116");
    }

    @Test
    void arteriesOfTheLegsBesideDiabetesAreItsAngiopathy() {
        assertThat(codes("Type 2 diabetes. Peripheral arterial disease."))
                .contains("E1151")
                .doesNotContain("I739");
        assertThat(
                        codes(
                                "Type 2 diabetes. Atherosclerosis of native arteries of the right leg with intermittent claudication."))
                .contains("E1151", "I70211");
        assertThat(codes("Type 2 diabetes. Atherosclerosis of native arteries of the right leg with gangrene."))
                .contains("E1152", "I70261")
                .doesNotContain("E1151");
    }

    @Test
    void anInfarctionHasItsArtery() {
        assertThat(
                        codes(
                                "Inferior myocardial infarction with ST elevation. Angiography showed a thrombotic occlusion of the right coronary artery."))
                .contains("I2111")
                .doesNotContain("I219", "I240");
        assertThat(codes("Acute myocardial infarction. The right coronary artery was normal."))
                .contains("I219");
    }

    @Test
    void anInfectedProsthesisIsNoStatusBesideItsInfection() {
        assertThat(codes("Infection of the right hip prosthesis was diagnosed."))
                .contains("T8451XA")
                .doesNotContain("Z96641");
        assertThat(codes("She had a right hip prosthesis.")).contains("Z96641");
    }

    @Test
    void twinsAndTheBloodLossOfABirthHaveCodesOfTheirOwn() {
        var codes = codes(
                "A woman with a twin pregnancy at 33 weeks of gestation. A cesarean section was performed and two girls were born alive. "
                        + "Postpartum hemorrhage with acute blood loss anemia and disseminated intravascular coagulation followed.",
                Encounter.Sex.FEMALE);
        assertThat(codes).contains("Z372", "O9081", "D62", "O723").doesNotContain("D65");
    }

    @Test
    void aCompartmentSyndromeWithoutAnInjuryIsNotTraumatic() {
        assertThat(codes("Abdominal compartment syndrome complicated the pancreatitis."))
                .contains("M79A3")
                .doesNotContain("T79A3XA");
    }

    @Test
    void aDiseaseThatShowsItselfInAnOrganIsTwoCodes() {
        assertThat(codes("Cytomegalovirus retinitis was diagnosed.")).contains("B258", "H32");
    }

    @Test
    void whatIsRuledOutIsWhatFollowsWhereNothingWasRuledOut() {
        assertThat(codes("Echocardiography revealed a ventricular septal defect and ruled out endocarditis."))
                .contains("Q210")
                .noneMatch(code -> code.startsWith("I33") || code.startsWith("I38"));
    }

    @Test
    void aFallOfANumberIsNoAccident() {
        assertThat(codes("Contusion of the left hip. There was a fall of hemoglobin to 6.8 g/dL."))
                .noneMatch(code -> code.startsWith("W"));
    }

    @Test
    void theOtherEyeIsNotMeantWhereOneWasSpokenOf() {
        assertThat(
                        codes(
                                "Examination of the left eye showed a corneal ulcer. Later the corneal graft was rejected: corneal graft rejection."))
                .contains("T868402");
    }

    @Test
    void anExcludes1NoteKeepsTwoCodesApartInBothDirections() {
        var exclusions = Exclusions.of(OfficialTerms.shipped());

        assertThat(exclusions.keepsApart("J9600", "J80")).isTrue();
        assertThat(exclusions.keepsApart("J80", "J9600")).isTrue();
        assertThat(exclusions.keepsApart("I10", "E119")).isFalse();
        assertThat(exclusions.keepsApart("C163", "C464")).isTrue(); // a note of the block C15-C26
        assertThat(exclusions.keepsApart("C163", "C153")).isFalse();
    }

    private static List<String> codes(String note) {
        return codes(note, null);
    }

    private static List<String> codes(String note, Encounter.@Nullable Sex sex) {
        var encounter = new Encounter(Setting.INPATIENT, LocalDate.of(2026, 3, 2), sex, 40);
        return CacTest.CAC
                .suggest(NoteText.of(note, NoteFormat.TEXT), encounter, 0, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
