package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payer, an age or a second procedure makes of a procedure. */
class VisitModifiersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void aWaivedTestSaysSoToMedicare() {
        var note = "Rapid strep negative. UA dip: nitrite neg. Finger stick glucose 104.";
        assertThat(lines(note, true, 70)).isEqualTo("87880-QW 81002 82962");
        assertThat(lines(note, false, 70)).isEqualTo("87880 81002 82962");
        assertThat(of(note, true, 70).get(0).why())
                .anyMatch(reason -> reason.startsWith("Hint") && reason.contains("waiver"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shave biopsy of the left cheek. Liquid nitrogen applied to 3 warts of the right hand.       | 11102-59 17110
            Cryotherapy of one AK on the scalp. Shave biopsy of the back.                               | 11102 17000-59
            Punch biopsy of the left cheek; punch biopsy of the right eyelid.                           | 67810 11104-59
            Shave biopsy of the left cheek. Cryotherapy of one actinic keratosis of the right cheek.    | 11102 17000-59
            Shave biopsy of the left cheek. Cryotherapy of one actinic keratosis of the cheek.          | 11102 17000
            Shave biopsy of the left cheek. Cryotherapy of one actinic keratosis.                       | 11102 17000
            Right knee injected with 40 mg Kenalog. Trigger point injections of two muscles.            | 20610-RT 20552
            """)
    void whatIsPaidOnlyAtAnotherPlaceSaysThatItWasDoneThere(String note, String lines) {
        assertThat(lines(note, false, 60)).isEqualTo(lines);
        assertThat(lines(note, true, 60)).isEqualTo(lines.replace("-59", "-XS"));
    }

    @Test
    void whereTheNoteDoesNotNameTwoPlacesItIsAHint() {
        var lines = of("Shave biopsy of the left cheek. Cryotherapy of one actinic keratosis.", false, 60);
        assertThat(lines.get(1).why()).anyMatch(reason -> reason.startsWith("Hint: beside 11102"));
        assertThat(lines.get(1).confidence()).isEqualTo(0.8);
    }

    @Test
    void aMothersScreeningAtHerInfantsVisitIsACaregivers() {
        var note = "Edinburgh score 7.";
        assertThat(lines(note, false, null)).isEqualTo("96127");
        assertThat(lines(note, false, 0)).isEqualTo("96161");
        assertThat(lines(note, false, 1)).isEqualTo("96161");
        assertThat(lines(note, false, 2)).isEqualTo("96127");
        assertThat(OfficeProcedures.isTest("96161")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Insurance: Medicare.                                   | true
            Insurance: Humana Medicare Advantage HMO.              | true
            Insurance: Medicare Advantage.                         | true
            Insurance: Medicare supplement plan G.                 | false
            Asked about Medicare Advantage plans.                  | false
            """)
    void aMedicareAdvantagePlanIsMedicare(String note, boolean medicare) {
        assertThat(Medicare.isNamedIn(note)).isEqualTo(medicare);
    }

    private static String lines(String note, boolean medicare, @Nullable Integer age) {
        return of(note, medicare, age).stream()
                .map(line ->
                        line.code() + line.modifiers().stream().map("-"::concat).collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    private static List<Procedure> of(String note, boolean medicare, @Nullable Integer age) {
        return OfficeProcedures.of(new Visit(note, DAY, age, null, null, medicare, List.of()));
    }
}
