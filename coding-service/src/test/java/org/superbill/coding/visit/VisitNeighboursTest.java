package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.cac.DataFile;

/** Every proposal says why it is not the code that stands nearest. */
class VisitNeighboursTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Injection of the right knee done. | 40 | 20610 | Not 20611: there it is done under ultrasound whose picture is kept",
                "Three warts of the hand treated with cryotherapy. Warts frozen. | 40 | 17110 | Not 17111: there it is of more than 14",
                "Five actinic keratoses treated with liquid nitrogen. | 70 | 17000 | Not 17004: there it is of more than 14 lesions, the note has 5",
                "Laceration of the hand, 2.5 cm, repaired with sutures. | 40 | 12001 | Not 12002: there it is of more than 2.5 cm",
                "Rapid strep negative. | 10 | 87880 | Not 87651: there it multiplies nucleic acid",
                "Havrix given IM. | 18 | 90633 | Not 90632: that is Hepatitis A vaccine, adults; it is not for the age of the patient",
                "Fluarix given IM. | 40 | 90656 | Not 90686: that is Influenza vaccine, four strains, without preservative; its number is not of 2026-03-02",
                "Arexvy given IM. | 70 | 90679 | Not 90678: that is Vaccine against respiratory syncytial virus, two subgroups, without adjuvant; the note says \"Arexvy given IM\"",
                "Tdap given IM. | 40 | 90471 | Not 90460: there a patient of up to 18 years was counseled",
            })
    void theNeighbourIsNamedWithWhatDecides(String note, int age, String code, String why) {
        assertThat(Visits.of(visit(note, age)))
                .filteredOn(service -> service.code().equals(code))
                .singleElement()
                .satisfies(service -> assertThat(service.why()).contains(why));
    }

    @Test
    void everyKindOfOfficeProcedureAndEveryVaccineHasOne() {
        assertThat(DataFile.rows("visit/office-procedures.tsv"))
                .allSatisfy(row -> assertThat(row[4]).matches("[0-9D][0-9]{4}").isNotEqualTo(row[1]))
                .allSatisfy(row -> assertThat(row[5]).isNotBlank());
        var visit = visit("Given today.", 40);
        assertThat(Vaccine.ALL)
                .filteredOn(vaccine -> vaccine.code() != null)
                .allSatisfy(vaccine -> assertThat(VaccineNeighbours.not(vaccine, visit, new Span(0, 5)))
                        .startsWith("Not 9")
                        .doesNotContain("Not " + vaccine.code()));
    }

    @Test
    void wordsForTheNeighbourLeaveTheCodeInDoubt() {
        var sure = Visits.of(visit("Injection of the right knee done.", 40)).get(0);
        var doubted = Visits.of(visit("Injection of the right knee done under ultrasound.", 40))
                .get(0);
        assertThat(sure.confidence()).isGreaterThan(doubted.confidence());
        assertThat(doubted.why()).anySatisfy(why -> assertThat(why).startsWith("The note has words for 20611"));
    }

    @Test
    void aLevelNamesTheOneAboveAndTheOneBelow() {
        var note = "Hypertension, stable. Hyperlipidemia, stable. Plan: Continue lisinopril 10 mg.";
        var problems = List.of(
                Visit.Problem.in(note, "I10", List.of(new Span(0, 12))),
                Visit.Problem.in(note, "E785", List.of(new Span(22, 36))));
        var level = level(note, problems);
        assertThat(level.code()).isEqualTo("99214");
        assertThat(level.why())
                .contains(
                        "Not 99215: high decision making takes two of three elements, the note has none; it says no total time")
                .contains("Not 99213: moderate decision making is reached by problems, risk");
        var byTime = level("Total time 41 minutes. " + note, problems);
        assertThat(byTime.code()).isEqualTo("99215");
        assertThat(byTime.why()).contains("Not 99214: the total time is 41 minutes, which reaches 99215");
    }

    private static Procedure level(String note, List<Visit.Problem> problems) {
        return Visits.of(new Visit(note, DAY, 60, null, null, false, problems)).get(0);
    }

    private static Visit visit(String note, @Nullable Integer age) {
        return new Visit(note, DAY, age, null, null, false, List.of());
    }
}
