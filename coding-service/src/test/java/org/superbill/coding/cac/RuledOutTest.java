package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** What case reports name in order to say that it was not there, and what stands beside it and was. */
class RuledOutTest {
    @Test
    void whatIsSaidAtTheEndOfAListIsSaidOfAll() {
        assertThat(codes("Alzheimer's disease, Lewy body dementia and limbic encephalitis were reasonably excluded."))
                .isEmpty();
        assertThat(codes("Metastatic disease, lymphoma and brucellosis were considered in the differential diagnosis."))
                .isEmpty();
        assertThat(codes("There was a pleural effusion; pulmonary embolism was ruled out."))
                .containsExactly("J90");
    }

    @Test
    void aTestForADiseaseIsNoneUnlessItIsPositive() {
        assertThat(codes("Serological tests for hepatitis B, hepatitis C, HIV and syphilis were negative or normal."))
                .isEmpty();
        assertThat(codes("Blood cultures were negative, as was the HIV test.")).isEmpty();
        assertThat(codes("The rapid test for influenza A was positive.")).contains("J101");
    }

    @Test
    void aDenialEndsWhereAnotherThingBegins() {
        assertThat(
                        codes(
                                "An aneurysm of the abdominal aorta without rupture, and a 2.4 cm aneurysm of the right iliac artery."))
                .contains("I723");
        assertThat(codes("Transaminases rose without jaundice: toxic hepatitis was diagnosed."))
                .contains("K716");
    }

    @Test
    void aDrugAndWhatItDidAreTwoCodesThatSaySo() {
        assertThat(codes("Pyrazinamide-induced toxic hepatitis was diagnosed.")).contains("K716", "T371X5A");
        assertThat(codes("She developed urticaria attributed to rituximab.")).contains("L500", "T451X5A");
        assertThat(codes("She received paclitaxel, which caused a peripheral neuropathy."))
                .contains("G620", "T451X5A");
        assertThat(codes("Pituitary disease due to an ACTH-secreting adenoma."))
                .noneMatch(code -> code.startsWith("T38"));
    }

    @Test
    void theSiteBehindAMetastasisOfACarcinomaIsThePrimarys() {
        assertThat(codes("Biopsy of a liver lesion confirmed metastasis of breast carcinoma."))
                .contains("C787");
        assertThat(codes("Hypercalcemia of malignancy with acute kidney injury."))
                .noneMatch(code -> code.startsWith("C64"));
        assertThat(codes("Osteosarcoma of the left femur.")).contains("C4022");
    }

    @Test
    void severalDiseasedValvesAreOneCode() {
        assertThat(codes("Severe mitral stenosis and moderate tricuspid regurgitation."))
                .containsExactly("I081");
    }

    private static List<String> codes(String note) {
        var encounter = new Encounter(Setting.INPATIENT, LocalDate.of(2026, 3, 2), null, null);
        return CacTest.CAC
                .suggest(NoteText.of(note, NoteFormat.TEXT), encounter, 0, Cac.Learned.NOTHING)
                .proposals()
                .stream()
                .map(Proposal::code)
                .toList();
    }
}
