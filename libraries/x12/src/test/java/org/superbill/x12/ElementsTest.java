package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed values of elements. */
class ElementsTest {
    private static Segment with(String value) {
        return Segment.of("XX", value);
    }

    @ParameterizedTest
    @CsvSource({"0930,09:30", "093015,09:30:15", "0930154,09:30:15.4", "09301545,09:30:15.45", "0000,00:00"})
    void aTimeIsReadAsFineAsItIsWritten(String written, LocalTime time) {
        assertThat(Elements.time(with(written), 1)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2400", "0960", "093", "09301", "09:30", "093015455", "ABCD", "123456789012345678901"})
    void whatIsNoTimeIsRefusedWithoutItsValue(String written) {
        assertThatThrownBy(() -> Elements.requiredTime(with(written), 1))
                .isInstanceOf(X12Exception.class)
                .hasMessage("XX01 is not a time");
    }

    @Test
    void aTimeIsWrittenWithSecondsWhereItHasAny() {
        assertThat(Elements.with(Segment.of("XX"), 2, LocalTime.of(9, 30)).toX12())
                .isEqualTo("XX**0930");
        assertThat(Elements.with(Segment.of("XX"), 1, LocalTime.of(9, 30, 5)).toX12())
                .isEqualTo("XX*093005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-", "A", "1234567890123456789"})
    void whatIsNoWholeNumberIsRefused(String written) {
        assertThatThrownBy(() -> Elements.wholeNumber(with(written), 1))
                .isInstanceOf(X12Exception.class)
                .hasMessage("XX01 is not a whole number");
    }

    @Test
    void wholeNumbersMayBeNegativeAndLong() {
        assertThat(Elements.requiredWholeNumber(with("-7"), 1)).isEqualTo(-7);
        assertThat(Elements.wholeNumber(with("123456789012"), 1)).isEqualTo(123_456_789_012L);
        assertThat(Elements.wholeNumber(Segment.of("XX"), 1)).isNull();
    }

    @Test
    void whatMustHaveAValueSaysSo() {
        assertThatThrownBy(() -> Elements.requiredDate(Segment.of("XX"), 3))
                .hasMessage("XX03 is empty and must have a value");
        assertThatThrownBy(() -> Elements.requiredPeriod(Segment.of("XX", "D8"), 1, 2))
                .hasMessage("XX02 is empty and must have a value");
    }

    @Test
    void aPeriodIsADateARangeATimeOrBoth() {
        var range = new DateTimePeriod("RD8", "20260301-20260310");
        assertThat(range.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(range.to()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(range.time()).isNull();
        var at = DateTimePeriod.at(LocalDateTime.of(2026, 3, 1, 14, 30));
        assertThat(at.text()).isEqualTo("202603011430");
        assertThat(at.from()).isEqualTo(at.to());
        assertThat(at.time()).isEqualTo(LocalTime.of(14, 30));
        assertThat(DateTimePeriod.at(LocalTime.of(14, 30)).time()).isEqualTo(LocalTime.of(14, 30));
    }

    @ParameterizedTest
    @CsvSource({"D8,2026", "D8,20261301", "TM,14301430", "RD8,ABCDEFGH-20260301", "D8,''"})
    void aPeriodWithoutADateIsRefusedWithoutItsValue(String format, String text) {
        assertThatThrownBy(() -> new DateTimePeriod(format, text).from())
                .isInstanceOf(X12Exception.class)
                .hasMessage("A date time period is not a date");
    }

    @ParameterizedTest
    @CsvSource({"DT,2026", "DT,20260301", "TM,9930", "TM,''"})
    void aPeriodWithoutATimeIsRefused(String format, String text) {
        assertThatThrownBy(() -> new DateTimePeriod(format, text).time()).isInstanceOf(X12Exception.class);
    }

    @Test
    void aPeriodIsSetTogetherWithItsFormat() {
        var dtp = Elements.with(Segment.of("DTP", "472"), 2, 3, DateTimePeriod.on(LocalDate.of(2026, 3, 1)));
        assertThat(dtp.toX12()).isEqualTo("DTP*472*D8*20260301");
        assertThat(Elements.with(dtp, 2, 3, null).toX12()).isEqualTo("DTP*472");
    }

    @Test
    void componentsAreReadAsASegmentOfTheirOwn() {
        var sv1 = Segment.parse("SV1*HC:99213:25^HC:99214*100");
        assertThat(Elements.components(sv1, 1, "C003").toX12()).isEqualTo("C003*HC*99213*25");
        assertThat(Elements.composites(sv1, 1, "C003", Segment::toX12))
                .containsExactly("C003*HC*99213*25", "C003*HC*99214");
        assertThat(Elements.components(sv1, 5, "C003").toX12()).isEqualTo("C003");
        assertThat(Elements.composite(sv1, 5, "C003", Segment::toX12)).isNull();
    }

    @Test
    void repeatedValuesAreAListAndNoneIsAnEmptyOne() {
        var eq = Elements.withStrings(Segment.of("EQ"), 1, List.of("30", "98"));
        assertThat(eq.toX12()).isEqualTo("EQ*30^98");
        assertThat(Elements.values(eq, 1, value -> value)).containsExactly("30", "98");
        assertThat(Elements.values(Elements.withStrings(eq, 1, List.of()), 1, value -> value))
                .isEmpty();
    }

    @Test
    void emptyingTheLastElementLeavesNoDelimiterBehind() {
        var segment = Segment.parse("SV1**100**1");
        assertThat(Elements.with(segment, 4, (String) null).toX12()).isEqualTo("SV1**100");
        assertThat(Elements.with(segment, 2, (String) null).toX12()).isEqualTo("SV1****1");
        assertThat(Elements.with(segment, 9, (String) null)).isSameAs(segment);
    }

    @Test
    void aQualifierStandsInTheFirstRepetitionOnly() {
        var ctx = Segment.parse("CTX*CLM01:1^NM109:2");
        assertThat(ctx.componentIsOneOf(1, List.of("CLM01"))).isTrue();
        assertThat(ctx.componentIsOneOf(1, List.of("NM109"))).isFalse();
        assertThat(Segment.parse("CTX*A^B").componentIsOneOf(1, List.of("A"))).isTrue();
    }
}
