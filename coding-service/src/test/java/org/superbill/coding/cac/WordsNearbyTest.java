package org.superbill.coding.cac;

import org.junit.jupiter.api.Test;

/** Words that stand near a disease, or elsewhere in the note, and say nothing of it. */
class WordsNearbyTest {
    @Test
    void aPercentageBesideABurnIsNotItsExtent() {
        NoteTable.holds("""
            I M 40 | | T31 | Second-degree burn of the left forearm. The burn on her left forearm is 90% healed.
            I M 40 | | T31 | Second-degree burn of the right hand, SpO2 98% on room air.
            I M 40 | | T31 | Second-degree burn of the right hand, silver sulfadiazine 1% cream applied.
            """);
    }

    @Test
    void anEarlierBirthIsNotTheOutcomeOfThisOne() {
        NoteTable.holds("""
            I F 30 | | Z371 | Spontaneous vaginal delivery of a vigorous baby boy at 39 weeks. OB history: stillbirth in 2019.
            I F 28 | | Z37 | This is a healthy 28-year-old female three days after vaginal delivery elsewhere, with fever.
            """);
    }

    @Test
    void howOftenADrugIsTakenIsNoError() {
        NoteTable.holds("""
            I M 60 | | T383X1 | Diarrhea due to metformin, taking one tablet twice daily.
            I M 60 | | T434X1 | Extra-pyramidal symptoms due to haloperidol, dose reduced.
            """);
    }

    @Test
    void theSeverityOfAnotherDiseaseIsNotTheDementias() {
        NoteTable.holds("""
            I M 80 | | F03C | Severe aortic stenosis and dementia.
            I M 80 | | F03C | Severe COPD and dementia.
            """);
    }
}
