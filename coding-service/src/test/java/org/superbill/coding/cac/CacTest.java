package org.superbill.coding.cac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.coding.notetext.NoteFormat;
import org.superbill.coding.notetext.NoteText;

/** The engine over the codes that ship, a sentence at a time. */
class CacTest {
    static final Cac CAC = engine();
    private static final double ANY = 0.3;

    @Test
    void evidenceIsTheVeryCharacters() {
        var note = "Assessment: COPD with acute exacerbation.";

        var proposal = suggest(note, Setting.OFFICE).proposals().get(0);

        assertThat(proposal.code()).isEqualTo("J441");
        var evidence = proposal.evidence().get(0);
        assertThat(note.substring(evidence.start(), evidence.end()))
                .isEqualTo(evidence.text())
                .isEqualTo("COPD with acute exacerbation");
        assertThat(evidence.section()).isEqualTo("assessment");
        assertThat(proposal.why()).isNotEmpty();
    }

    @Test
    void whatIsDeniedIsNotCoded() {
        assertThat(codes("No pneumonia. Denies chest pain, dyspnea or fever. Asthma, mild persistent.", Setting.OFFICE))
                .containsExactly("J4530");
    }

    @Test
    void withoutIsPartOfATermAndDeniesNothing() {
        assertThat(codes("PMH: migraine without aura, anxiety.", Setting.OFFICE))
                .containsExactlyInAnyOrder("G43009", "F419");
    }

    @Test
    void aRelativesDiseaseIsFamilyHistory() {
        assertThat(codes("FH: mother had breast cancer, father died of stroke.", Setting.OFFICE))
                .containsExactlyInAnyOrder("Z803", "Z823");
    }

    @Test
    void anUncertainDiagnosisIsCodedAtDischargeAndNeverForAnOutpatient() {
        var note = "Discharge diagnosis: Probable pneumonia.";

        assertThat(codes(note, Setting.INPATIENT)).containsExactly("J189");
        var outpatient = suggest(note, Setting.OFFICE);
        assertThat(outpatient.proposals()).isEmpty();
        assertThat(outpatient.abstentions()).singleElement().satisfies(abstention -> {
            assertThat(abstention.reason()).contains("IV.H");
            assertThat(abstention.query()).contains("\"Probable pneumonia\"").doesNotContain("pay");
        });
    }

    @Test
    void whatMustBeConfirmedIsNotCodedOnSuspicionEvenOfAnInpatient() {
        assertThat(codes("Assessment: Probable COVID-19. Possible HIV disease.", Setting.INPATIENT))
                .doesNotContain("U071", "B20");
        assertThat(codes("Assessment: COVID-19.", Setting.INPATIENT)).contains("U071");
    }

    @Test
    void whatAnImageIsConsistentWithIsNoDiagnosisUntilTheProviderConcludesSo() {
        assertThat(codes("RESULTS: CT consistent with pulmonary embolism.", Setting.INPATIENT))
                .isEmpty();
        assertThat(codes("ASSESSMENT: Consistent with pulmonary embolism.", Setting.INPATIENT))
                .contains("I2699");
    }

    @Test
    void aFollowUpThatIsPlannedMakesNoSubsequentEncounter() {
        assertThat(codes("Assessment: Laceration of right hand, sutured. Follow up in 10 days.", Setting.OFFICE))
                .contains("S61411A");
        assertThat(codes("Recheck of laceration of right hand, healing well.", Setting.OFFICE))
                .contains("S61411D");
    }

    @Test
    void whatIsPastBecomesAHistoryAndWhatLastsStays() {
        assertThat(codes("PMH: pulmonary embolism 2019, hypertension.", Setting.OFFICE))
                .containsExactlyInAnyOrder("Z86711", "I10");
    }

    @Test
    void theSideIsFoundBesideThePart() {
        assertThat(codes("Assessment: Pain in right knee. Primary osteoarthritis, left hip.", Setting.OFFICE))
                .containsExactlyInAnyOrder("M25561", "M1612");
    }

    @Test
    void heartFailureAndKidneyDiseaseAreTakenAsHypertensive() {
        assertThat(codes("Assessment: hypertension, chronic systolic heart failure, CKD stage 4.", Setting.OFFICE))
                .containsExactlyInAnyOrder("I130", "I5022", "N184");
    }

    @Test
    void aComplicationBesideDiabetesIsOneCodeWithIt() {
        assertThat(codes("Assessment: type 2 diabetes. CKD stage 3a.", Setting.OFFICE))
                .containsExactlyInAnyOrder("E1122", "N1831");
    }

    @Test
    void aSymptomOfTheDiseaseIsNotCodedBesideIt() {
        assertThat(codes("Assessment: pneumonia with cough and fever.", Setting.EMERGENCY))
                .containsExactly("J189");
    }

    @Test
    void anInjuryIsCodedByEncounterAndItsCauseBesideIt() {
        assertThat(codes("Contusion of left hip after a fall down stairs.", Setting.EMERGENCY))
                .contains("S7002XA");
        assertThat(codes("Contusion of left hip, routine healing, follow up visit.", Setting.OFFICE))
                .containsExactly("S7002XD");
    }

    @Test
    void aCauseWithoutAnInjuryIsNotCoded() {
        assertThat(codes("Assessment: hypertension. She fell down stairs last year.", Setting.OFFICE))
                .containsExactly("I10");
    }

    @Test
    void aMisspeltWordIsUnderstood() {
        assertThat(codes("Assessment: hypothyroidsm.", Setting.OFFICE)).containsExactly("E039");
    }

    @Test
    void codesOfTheOtherSexAreNotProposed() {
        var man = new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), Encounter.Sex.MALE, 60);

        assertThat(suggest("Assessment: endometriosis. Benign prostatic hyperplasia.", man)
                        .proposals())
                .extracting(Proposal::code)
                .containsExactly("N400");
    }

    @Test
    void theOneSideOfASentenceIsThatOfWhatItNames() {
        assertThat(codes("Assessment: the left eye had a mild nuclear sclerosis.", Setting.OFFICE))
                .containsExactly("H2512");
        assertThat(codes("Assessment: R carpal tunnel syndrome.", Setting.OFFICE))
                .containsExactly("G5601");
        assertThat(codes("Assessment: carpal tunnel syndrome on both sides.", Setting.OFFICE))
                .containsExactly("G5603");
    }

    @Test
    void whatTheSentenceSaysMoreLeadsToTheMoreSpecificCode() {
        assertThat(codes("Assessment: ADHD, predominantly inattentive.", Setting.OFFICE))
                .containsExactly("F900");
        assertThat(codes("Assessment: chronic migraine without aura, intractable.", Setting.OFFICE))
                .containsExactly("G43719");
        assertThat(codes("Assessment: chronic migraine without aura.", Setting.OFFICE))
                .containsExactly("G43709");
    }

    @Test
    void moreThatIsDeniedIsUnderstood() {
        assertThat(codes("He was a non-smoker. The biopsy was negative for giant cell arteritis.", Setting.INPATIENT))
                .isEmpty();
    }

    @Test
    void anInfarctionAndItsArteryAreOneCode() {
        assertThat(codes(
                        "CT angiography showed thrombosis of the left middle cerebral artery. Assessment: acute ischemic stroke.",
                        Setting.INPATIENT))
                .containsExactly("I63312");
    }

    @Test
    void belowTheThresholdItAbstainsAndDraftsAQuestion() {
        var encounter = new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), null, null);

        var suggested =
                CAC.suggest(NoteText.of("Assessment: asthma.", NoteFormat.TEXT), encounter, 1, Cac.Learned.NOTHING);

        assertThat(suggested.proposals()).isEmpty();
        assertThat(suggested.abstentions()).extracting(Abstention::code).containsExactly("J45909");
    }

    @Test
    void severalNotesAreOneEncountersAndAVagueCodeGivesWayToTheSpecificOneOfAnother() {
        var suggested = suggest(
                List.of(
                        "FH: mother had breast cancer.",
                        "Knee pain. Type 2 diabetes.",
                        "Type 2 diabetes with neuropathy."),
                Setting.OFFICE);

        assertThat(suggested.proposals())
                .extracting(Proposal::code)
                .contains("Z803", "E1140")
                .doesNotContain("E119");
        assertThat(suggested.proposals())
                .filteredOn(proposal -> proposal.code().equals("E1140"))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.evidence())
                        .extracting(Evidence::note)
                        .contains(2)
                        .doesNotContain(0));
    }

    @Test
    void aHeadingEndsWithItsNote() {
        var suggested = suggest(List.of("Family history: breast cancer.", "Asthma, mild persistent."), Setting.OFFICE);

        assertThat(suggested.proposals()).extracting(Proposal::code).contains("Z803", "J4530");
        assertThat(suggested.proposals())
                .filteredOn(proposal -> proposal.code().equals("J4530"))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.evidence().get(0))
                        .extracting(Evidence::note, Evidence::start, Evidence::section)
                        .containsExactly(1, 0, "narrative"));
    }

    @Test
    void whatAnExcludesNoteKeepsApartIsKeptApartOverNotesToo() {
        var both = suggest(
                List.of("Assessment: Type 1 diabetes mellitus.", "Assessment: Type 2 diabetes mellitus."),
                Setting.OFFICE);
        var alone = suggest("Assessment: Type 1 diabetes mellitus. Type 2 diabetes mellitus.", Setting.OFFICE);

        assertThat(both.proposals().stream().map(Proposal::code))
                .containsExactlyInAnyOrderElementsOf(
                        alone.proposals().stream().map(Proposal::code).toList());
    }

    @Test
    void whatCodersRejectedLosesConfidence() {
        var encounter = new Encounter(Setting.OFFICE, LocalDate.of(2026, 3, 2), null, null);
        var note = NoteText.of("Assessment: asthma.", NoteFormat.TEXT);
        var taught = new Cac.Learned(java.util.Map.of(Cac.Learned.key("icd-10-cm", "J45909"), -2.0));

        var before = CAC.suggest(note, encounter, 0, Cac.Learned.NOTHING)
                .proposals()
                .get(0)
                .confidence();
        var after = CAC.suggest(note, encounter, 0, taught).proposals().get(0).confidence();

        assertThat(after).isLessThan(before);
    }

    @Test
    void whatTellsACodeFromItsNeighbourIsNamedAndCited() {
        var knee = suggest("Assessment: primary osteoarthritis of right knee.", Setting.OFFICE)
                .proposals();
        var others = suggest("""
                        Assessment: moderate persistent asthma with acute exacerbation. Pressure ulcer of sacral region, stage 3. Alcohol dependence with withdrawal delirium.
                        Recurrent major depression, moderate. Crohn's disease of small intestine with fistula. Diverticulitis of large intestine with abscess.
                        """, Setting.OFFICE).proposals();

        assertThat(knee.get(0).code()).isEqualTo("M1711");
        assertThat(knee.get(0).why())
                .anySatisfy(why ->
                        assertThat(why).startsWith("Guidelines I.B.13: not M17").endsWith("for the note says right"));
        assertThat(others)
                .flatExtracting(Proposal::why)
                .anySatisfy(why -> assertThat(why)
                        .matches("Guidelines I\\.B\\.2: not [A-Z0-9]+ \\(.+\\), for the note (says|does not say) .+"));
    }

    private static List<String> codes(String note, Setting setting) {
        return suggest(note, setting).proposals().stream().map(Proposal::code).toList();
    }

    private static Suggested suggest(List<String> notes, Setting setting) {
        var joined = NoteText.joined(
                notes.stream().map(note -> NoteText.of(note, NoteFormat.TEXT)).toList());
        return CAC.suggest(
                joined, new Encounter(setting, LocalDate.of(2026, 3, 2), null, null), ANY, Cac.Learned.NOTHING);
    }

    private static Suggested suggest(String note, Setting setting) {
        return suggest(note, new Encounter(setting, LocalDate.of(2026, 3, 2), null, null));
    }

    private static Suggested suggest(String note, Encounter encounter) {
        return CAC.suggest(NoteText.of(note, NoteFormat.TEXT), encounter, ANY, Cac.Learned.NOTHING);
    }

    private static Cac engine() {
        try {
            return new Cac(ShippedBook.of("2026"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
