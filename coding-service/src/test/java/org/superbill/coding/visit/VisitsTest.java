package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void twoStableChronicConditionsWithPrescriptionsAreModerate() {
        var note = "Hypertension stable, continue lisinopril 10 mg. Hyperlipidemia stable, continue atorvastatin.";

        var codes = codes(visit(note, null, problem("I10", note), problem("E785", note)));

        assertThat(codes).containsExactly("99214");
    }

    @Test
    void oneAcuteUncomplicatedIllnessWithSupportiveCareIsLow() {
        var note = "Viral URI, supportive care.";

        assertThat(codes(visit(note, null, problem("J069", note)))).containsExactly("99213");
    }

    @Test
    void aHistorianAloneIsLimitedDataAndTwoCategoriesAreExtensive() {
        var mothers = "Otitis media, amoxicillin 400 mg. History obtained from mother.";
        assertThat(codes(visit(mothers, null, problem("H6690", mothers)))).containsExactly("99213");

        var two = "Pneumonia, amoxicillin 500 mg. CBC, BMP and CXR done. Discussed with the specialist.";
        assertThat(Visits.of(visit(two, null, problem("J189", two))).get(0).why())
                .contains("Data: high");
        var one = "Pneumonia, amoxicillin 500 mg. CBC and BMP done, history obtained from daughter.";
        assertThat(Visits.of(visit(one, null, problem("J189", one))).get(0).why())
                .contains("Data: moderate");
    }

    @Test
    void oneTestUnderTwoNamesIsOneAndWhatIsDeclinedIsNone() {
        var note = "Hypertension stable. EKG done, ECG normal. He told us of a fall. Declined CT.";

        assertThat(Visits.of(visit(note, null, problem("I10", note))).get(0).why())
                .contains("Data: straightforward");
    }

    @Test
    void aTestThatIsReadUnderItsOwnCodeIsNoData() {
        var note = "Palpitations. EKG done, CBC ordered. I personally reviewed the tracing.";
        assertThat(Visits.of(visit(note, null, problem("R002", note))).get(0).why())
                .contains("Data: straightforward");
        var ordered = "Palpitations. EKG ordered, CBC ordered.";
        assertThat(Visits.of(visit(ordered, null, problem("R002", ordered)))
                        .get(0)
                        .why())
                .contains("Data: low");
        var strep = "Pharyngitis. Rapid strep negative, CBC ordered."; // which nobody interprets
        assertThat(Visits.of(visit(strep, null, problem("J029", strep))).get(0).why())
                .contains("Data: low");
    }

    @Test
    void aTestThatTheVisitChargesForIsNoData() {
        var note = "Cough. CXR and CBC ordered.";
        var data = new Visit(
                note,
                List.of(new Span(0, note.length())),
                DAY,
                45,
                null,
                null,
                false,
                List.of(problem("R059", note)),
                List.of("99213", "71046", "85025"));

        assertThat(Visits.of(visit(note, null, problem("R059", note))).get(0).why())
                .contains("Data: low");
        assertThat(Visits.of(data).get(0).why()).contains("Data: straightforward");
    }

    @Test
    void anOperationThatIsNotCodedHereLeavesALowLevelInDoubtToo() {
        var pared = "Pared two calluses. Onychomycosis, gout, supportive care.";
        var problems = List.of(problem("L84", pared), problem("B351", pared), problem("M109", pared));
        var level = Visits.of(visit(pared, null, problems.toArray(Visit.Problem[]::new)))
                .get(0);

        assertThat(level.confidence()).isLessThan(0.75);
        assertThat(level.modifiers()).containsExactly("25");
    }

    @Test
    void theDecisionForSurgeryIsOfModerateRisk() {
        var note = "Inguinal hernia. Scheduled for laparoscopic herniorrhaphy.";

        assertThat(Visits.of(visit(note, null, problem("K4090", note))).get(0).why())
                .contains("Risk: moderate (decision for surgery)");
    }

    @Test
    void severalLinesOfOneOperationAreOneProblemsWork() {
        var note = "Five actinic keratoses frozen. Hypertension, continue lisinopril 10 mg.";

        assertThat(Visits.of(visit(note, null, problem("L570", note), problem("I10", note)))
                        .get(0)
                        .confidence())
                .isEqualTo(0.75);
    }

    @Test
    void anExerciseThatGoesOnIsNoDrug() {
        var note = "Back pain started suddenly. Continue exercises.";

        assertThat(Visits.of(visit(note, null, problem("M545", note))).get(0).why())
                .noneMatch(why -> why.contains("prescription"));
    }

    @Test
    void timeOfSomethingElseIsNotTheVisits() {
        var both = "Viral URI. Spent 5 min on tobacco cessation. Total time 41 minutes.";
        assertThat(codes(visit(both, null, problem("J069", both)))).contains("99215");
        var gym = "Viral URI, supportive care. He spent 60 minutes at the gym.";
        assertThat(codes(visit(gym, null, problem("J069", gym)))).containsExactly("99213");
    }

    @Test
    void anInjectionIntoAMuscleIsNoneOfAJoint() {
        var note = "Pharyngitis. Ceftriaxone 1 g IM injection given in right hip.";

        assertThat(codes(visit(note, null, problem("J029", note)))).doesNotContain("20610");
    }

    @Test
    void timeWinsWhenItIsHigher() {
        var note = "Viral URI, supportive care. Total time 41 minutes on the date of the visit.";

        var level = Visits.of(visit(note, null, problem("J069", note))).get(0);

        assertThat(level.code()).isEqualTo("99215");
        assertThat(words(note, level)).containsExactly("Total time 41 minutes");
        assertThat(level.why()).contains("Time is the higher of the two");
    }

    @Test
    void aPatientWhoWasSeenThreeYearsAgoToTheDayIsEstablishedAndADayLaterNew() {
        var note = "Viral URI, supportive care.";

        assertThat(codes(visit(note, DAY.minusYears(3), problem("J069", note)))).containsExactly("99213");
        assertThat(codes(visit(note, DAY.minusYears(3).minusDays(1), problem("J069", note))))
                .containsExactly("99203");
    }

    @Test
    void aProcedureOnTheSameDayGivesTheHintOfModifier25() {
        var note =
                "Right knee osteoarthritis. Injection of the right knee with 40 mg triamcinolone. Hypertension, continue lisinopril 10 mg.";

        var found = Visits.of(visit(note, null, problem("M1711", note), problem("I10", note)));

        assertThat(found).extracting(Procedure::code).contains("20610");
        assertThat(found.get(0).modifiers()).containsExactly("25");
    }

    @Test
    void whatIsPlannedOrDeclinedIsNotDone() {
        var note = "Right knee osteoarthritis. Plan injection of the right knee next visit. Flu shot declined today.";

        assertThat(codes(visit(note, null, problem("M1711", note)))).doesNotContain("20610", "90656", "90471");
    }

    @Test
    void twoVaccinesHaveAFirstAndAFurtherAdministration() {
        var note = "Annual physical. Fluarix given IM. Tdap given IM.";

        var codes = codes(visit(note, null, problem("Z0000", "Annual physical")));

        assertThat(codes).containsExactly("99396", "90656", "90471", "90715", "90472");
    }

    @Test
    void withCounselingOfAChildEachFurtherComponentOfAVaccineIsCounted() {
        var note = "Well child. Counseled the mother on vaccines. MMR given SQ. Varicella given SQ.";

        var found = Visits.of(childs(note));

        assertThat(found).extracting(Procedure::code).containsSubsequence("90707", "90460", "90461", "90716");
        assertThat(found)
                .filteredOn(procedure -> procedure.code().equals("90460"))
                .singleElement()
                .extracting(Procedure::units)
                .isEqualTo(2);
        assertThat(found)
                .filteredOn(procedure -> procedure.code().equals("90461"))
                .singleElement()
                .extracting(Procedure::units)
                .isEqualTo(2);
    }

    @Test
    void aThirdVaccineIsOneMoreUnitOfTheFurtherAdministration() {
        var note = "Annual physical. Flu shot given IM. Tdap given IM. Shingrix given IM.";

        var found = Visits.of(visit(note, null, problem("Z0000", "Annual physical")));

        assertThat(found)
                .filteredOn(procedure -> procedure.code().equals("90472"))
                .singleElement()
                .satisfies(further -> {
                    assertThat(further.units()).isEqualTo(2);
                    assertThat(further.said()).hasSize(2);
                });
    }

    @Test
    void aLevelByDecisionMakingRestsOnItsProblemsDataAndDrugs() {
        var note = "Hypertension stable, continue lisinopril. Hyperlipidemia stable. CBC, TSH and lipid panel ordered.";

        var level = Visits.of(
                        visit(note, null, named("I10", note, "Hypertension"), named("E785", note, "Hyperlipidemia")))
                .get(0);

        assertThat(level.code()).isEqualTo("99214");
        assertThat(words(note, level))
                .containsExactly("Hypertension", "continue lisinopril", "Hyperlipidemia", "CBC", "TSH", "lipid panel");
    }

    @Test
    void anElementThatDoesNotReachTheLevelIsNoEvidenceOfIt() {
        var note = "Viral URI, supportive care. Rapid strep negative.";

        var level =
                Visits.of(visit(note, null, named("J069", note, "Viral URI"))).get(0);

        assertThat(level.code()).isEqualTo("99213");
        assertThat(words(note, level)).containsExactly("Viral URI", "supportive care");
    }

    @Test
    void aPreventiveVisitRestsOnTheExaminationThatTheNoteNames() {
        var note = "Here for annual physical.";

        var visit = Visits.of(visit(note, null, named("Z0000", note, "annual physical")))
                .get(0);

        assertThat(words(note, visit)).containsExactly("annual physical");
    }

    @Test
    void anOperationAloneLeavesTheVisitDoubtfulAndSaysWhatIsMissing() {
        var note = "Right knee osteoarthritis. Injection of the right knee with 40 mg triamcinolone.";

        var level = Visits.of(visit(note, null, problem("M1711", note))).get(0);

        assertThat(level.confidence()).isLessThan(0.75);
        assertThat(level.missing()).contains("beyond what was done");
    }

    @Test
    void aWoundThatTwoNotesMeasureIsNoLonger() {
        var first = "Laceration of the left forearm, 2.5 cm, sutured.";
        var second = "Laceration 2.5 cm of the left forearm was repaired with sutures.";

        assertThat(codes(visitOf(first, second))).contains("12001").doesNotContain("12002");
        assertThat(codes(visitOf("Laceration of the left forearm, 4 cm.", "Wound closed with sutures.")))
                .contains("12002");
    }

    @Test
    void aVaccineThatOneNoteHasDeclinedAndTheNextGivenIsGiven() {
        var note = "Flu shot declined today.\n\nFlu shot given IM after all.";

        assertThat(codes(visit(note, null, problem("J069", note)))).contains("90471");
    }

    @Test
    void beforeTheRulesOf2021NoLevelIsProposed() {
        var note = "Hypertension, continue lisinopril 10 mg.";
        var visit = new Visit(note, LocalDate.of(2020, 12, 31), 45, null, null, false, List.of(problem("I10", note)));

        assertThat(Visits.of(visit)).isEmpty();
    }

    private static Visit visitOf(String first, String second) {
        var text = first + "\n\n" + second;
        return new Visit(
                text,
                List.of(new Span(0, first.length()), new Span(first.length() + 2, text.length())),
                DAY,
                45,
                null,
                null,
                false,
                List.of(problem("S51812A", first)));
    }

    private static List<String> words(String note, Procedure procedure) {
        return procedure.said().stream()
                .map(place -> note.substring(place.start(), place.end()))
                .toList();
    }

    private static Visit.Problem named(String code, String note, String words) {
        var start = note.indexOf(words);
        return Visit.Problem.in(note, code, List.of(new Span(start, start + words.length())));
    }

    private static List<String> codes(Visit visit) {
        return Visits.of(visit).stream().map(Procedure::code).toList();
    }

    private static Visit childs(String note) {
        return new Visit(note, DAY, 1, null, null, false, List.of(problem("Z00129", note)));
    }

    private static Visit.Problem problem(String code, String words) {
        return new Visit.Problem(code, words, List.of(new Span(0, words.length())));
    }

    private static Visit visit(String note, @Nullable LocalDate lastSeen, Visit.Problem... problems) {
        return new Visit(note, DAY, 45, lastSeen, null, false, List.of(problems));
    }
}
