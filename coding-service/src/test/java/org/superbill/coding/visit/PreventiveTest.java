package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreventiveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Welcome to Medicare visit.                               | G0402
            Initial preventive physical examination.                 | G0402
            Initial annual wellness visit.                           | G0438
            Subsequent Medicare annual wellness visit.               | G0439
            AWV, subsequent.                                         | G0439
            Annual wellness visit.                                   | G0438 or G0439
            """)
    void medicareHasPreventiveVisitsOfItsOwn(String note, String code) {
        assertThat(Visits.of(visit(note, 66, true, "Z0000"))).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo(code);
            assertThat(line.system()).isEqualTo("hcpcs");
            assertThat(line.confidence()).isEqualTo(code.contains("or") ? 0 : 0.8);
        });
    }

    @Test
    void aRoutineExaminationIsNotPaidByMedicareAndTheWellnessVisitIsNoOneElses() {
        assertThat(Visits.of(visit("Annual physical.", 66, true, "Z0000")).get(0))
                .satisfies(line -> {
                    assertThat(line.code()).isEqualTo("99397");
                    assertThat(line.confidence()).isLessThan(0.75);
                });
        assertThat(Visits.of(visit("Annual wellness visit.", 66, false, "Z0000"))
                        .get(0)
                        .code())
                .isEqualTo("99397");
    }

    @Test
    void aGynecologicalExaminationOfMedicareHasItsOwnAndTheSmearToo() {
        assertThat(Visits.of(
                        visit("Well woman. Breast and pelvic exam normal. Pap smear obtained.", 66, true, "Z01419")))
                .extracting(Procedure::code)
                .containsExactly("G0101", "Q0091");
        assertThat(Visits.of(visit("Well woman.", 66, true, "Z01419")).get(0).confidence())
                .isLessThan(0.75);
    }

    @ParameterizedTest
    @CsvSource({"Z00110, 0, 99391", "Z00111, 0, 99391", "Z00129, 1, 99392", "Z0000, 64, 99396", "Z0000, 65, 99397"})
    void theFirstDaysArePreventiveToo(String diagnosis, int age, String code) {
        assertThat(Visits.of(visit("Check-up.", age, false, diagnosis)).get(0).code())
                .isEqualTo(code);
    }

    private static Visit visit(String note, int age, boolean medicare, String diagnosis) {
        return new Visit(
                note,
                DAY,
                age,
                null,
                null,
                medicare,
                List.of(new Visit.Problem(diagnosis, note, List.of(new Span(0, 5)))));
    }
}
