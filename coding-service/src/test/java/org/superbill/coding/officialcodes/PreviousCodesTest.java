package org.superbill.coding.officialcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.superbill.coding.officialcodes.PreviousCodes.Range;

class PreviousCodesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A04.7                        | A047
            C50.911, C50.921             | C50911 C50921
            'E75.240, E75.241, E75.249 ' | E75240 E75241 E75249
            G93.3; R53.82                | G933 R5382
            A99                          | A99
            T74.91XA                     | T7491XA
            """)
    void oneOfSeveralCodes(String cell, String codes) {
        var previous = PreviousCodes.of(cell);
        assertThat(previous.ranges()).extracting(Range::from).containsExactly(codes.split(" "));
        assertThat(previous.ranges()).allMatch(range -> range.from().equals(range.to()));
        assertThat(previous.together()).isNull();
    }

    @Test
    void severalTogetherAreSaidToBe() {
        assertThat(PreviousCodes.of("C56.1 and C56.2").together()).isEqualTo("C56.1 and C56.2");
        assertThat(PreviousCodes.of("H01.001 & H01.002").together()).isEqualTo("H01.001 & H01.002");
        assertThat(PreviousCodes.of("G11.8 and E23.0 and K00.0").ranges()).hasSize(3);
    }

    @Test
    void aRangeAndACategoryMeanAllUnderThem() {
        assertThat(PreviousCodes.of("H02.101-H02.106").ranges()).containsExactly(new Range("H02101", "H02106~"));
        assertThat(PreviousCodes.of("Codes in categories T36-T50").ranges()).containsExactly(new Range("T36", "T50~"));
        assertThat(PreviousCodes.of("E08.- and E09.40").ranges())
                .isEqualTo(List.of(new Range("E08", "E08~"), new Range("E0940", "E0940")));
    }

    @Test
    void noneIsNone() {
        assertThat(PreviousCodes.of("None").ranges()).isEmpty();
    }
}
