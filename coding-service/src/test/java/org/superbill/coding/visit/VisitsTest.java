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
    void timeWinsWhenItIsHigher() {
        var note = "Viral URI, supportive care. Total time 41 minutes on the date of the visit.";

        var level = Visits.of(visit(note, null, problem("J069", note))).get(0);

        assertThat(level.code()).isEqualTo("99215");
        assertThat(note.substring(level.start(), level.end())).isEqualTo("Total time 41 min");
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
        var note = "Annual physical. Flu shot given IM. Tdap given IM.";

        var codes = codes(visit(note, null, problem("Z0000", "Annual physical")));

        assertThat(codes).containsExactly("99396", "90656", "90471", "90715", "90472");
    }

    @Test
    void withCounselingOfAChildEachFurtherComponentOfAVaccineIsCounted() {
        var note = "Well child. Counseled the mother on vaccines. MMR given SQ. Varicella given SQ.";

        var found = Visits.of(childs(note));

        assertThat(found).extracting(Procedure::code).containsSubsequence("90707", "90460", "90461", "90716", "90460");
        assertThat(found)
                .filteredOn(procedure -> procedure.code().equals("90461"))
                .singleElement()
                .extracting(Procedure::units)
                .isEqualTo(2);
    }

    @Test
    void whatIsSwallowedHasAnAdministrationOfItsOwn() {
        assertThat(codes(childs("Well child. Rotavirus vaccine given PO.")))
                .contains("90681", "90473")
                .doesNotContain("90471");
        assertThat(codes(childs("Well child. Rotavirus vaccine given PO. PCV15 given IM.")))
                .containsSubsequence("90671", "90471", "90681", "90474");
    }

    @Test
    void beforeTheRulesOf2021NoLevelIsProposed() {
        var note = "Hypertension, continue lisinopril 10 mg.";
        var visit = new Visit(note, LocalDate.of(2020, 12, 31), 45, null, null, false, List.of(problem("I10", note)));

        assertThat(Visits.of(visit)).isEmpty();
    }

    private static List<String> codes(Visit visit) {
        return Visits.of(visit).stream().map(Procedure::code).toList();
    }

    private static Visit childs(String note) {
        return new Visit(note, DAY, 1, null, null, false, List.of(problem("Z00129", note)));
    }

    private static Visit.Problem problem(String code, String words) {
        return new Visit.Problem(code, words);
    }

    private static Visit visit(String note, @Nullable LocalDate lastSeen, Visit.Problem... problems) {
        return new Visit(note, DAY, 45, lastSeen, null, false, List.of(problems));
    }
}
