package org.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private final Segment clm = Segment.parse("CLM*C1*766.50***41::1*Y**Y");

    @Test
    void elementsAreCountedFromOneAndEmptyOnesAreNull() {
        assertThat(clm.id()).isEqualTo("CLM");
        assertThat(clm.size()).isEqualTo(8);
        assertThat(clm.element(1)).isEqualTo("C1");
        assertThat(clm.value(3)).isNull();
        assertThat(clm.value(20)).isNull();
        assertThat(clm.has(8)).isTrue();
        assertThat(clm.has(7)).isFalse();
    }

    @Test
    void componentsAreCountedFromOneAndASimpleElementIsItsFirst() {
        assertThat(clm.component(5, 1)).isEqualTo("41");
        assertThat(clm.component(5, 2)).isEmpty();
        assertThat(clm.component(5, 3)).isEqualTo("1");
        assertThat(clm.component(5, 4)).isEmpty();
        assertThat(clm.component(6, 1)).isEqualTo("Y");
        assertThat(clm.components(5)).containsExactly("41", "", "1");
    }

    @Test
    void repetitionsAreKeptApart() {
        var segment = Segment.parse("EB*1**30^1:X^A*Z");
        assertThat(segment.repetitions(3)).hasSize(3);
        assertThat(segment.component(3, 1)).isEqualTo("30");
        assertThat(segment.component(3, 2)).isEmpty();
        assertThat(segment.element(4)).isEqualTo("Z");
    }

    @Test
    void anIdIsNotItsBeginning() {
        assertThat(Segment.parse("N1*PR").is("N")).isFalse();
        assertThat(Segment.parse("NM1*PR").is("NM1")).isTrue();
        assertThat(Segment.parse("LE").is("LE")).isTrue();
        assertThat(Segment.key("N1")).isNotEqualTo(Segment.key("NM1"));
    }

    @Test
    void amountsKeepTheirScale() {
        assertThat(clm.decimal(2)).isEqualTo(new BigDecimal("766.50"));
        assertThat(clm.decimal(3)).isNull();
    }

    @Test
    void whatIsNoNumberOrNoDateIsRefusedWithoutNamingIt() {
        for (var bad : List.of("1E9", "1,5", "--1", ".", "-", "1.2.3", "123456789012345678901234")) {
            assertThatThrownBy(() -> Segment.of("AMT", "F5", bad).decimal(2))
                    .isInstanceOf(X12Exception.class)
                    .hasMessage("AMT02 is not a number");
        }
        for (var bad : List.of("20261301", "2026030", "202603011", "2026-3-1", "20260229")) {
            assertThatThrownBy(() -> Segment.of("DTM", "405", bad).date(2)).hasMessage("DTM02 is not a date");
        }
        assertThat(Segment.of("DTM", "405", "20240229").date(2)).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void emptyElementsAtTheEndAreLeftOut() {
        assertThat(Segment.of("REF", "D9", null, "", null).toX12()).isEqualTo("REF*D9");
        assertThat(Segment.of("SV1", Segment.composite("HC", "99213", null, "")).toX12())
                .isEqualTo("SV1*HC:99213");
        assertThat(Segment.of("SV1", Segment.composite("HC", null, "25")).toX12())
                .isEqualTo("SV1*HC::25");
    }

    @Test
    void oneElementCanBeChanged() {
        assertThat(clm.with(2, "1").toX12()).isEqualTo("CLM*C1*1***41::1*Y**Y");
        assertThat(Segment.parse("HL*1").with(4, "0").toX12()).isEqualTo("HL*1***0");
    }

    @Test
    void itsTextFormShowsNoData() {
        assertThat(Segment.parse("NM1*IL*1*SMITH")).hasToString("Segment[NM1, 3 elements]");
    }
}
