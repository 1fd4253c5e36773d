package org.superbill.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRulesTest {

    @ParameterizedTest
    @CsvSource({
        "false,9,",
        "false,10,99212",
        "false,19,99212",
        "false,20,99213",
        "false,29,99213",
        "false,30,99214",
        "false,39,99214",
        "false,40,99215",
        "true,14,",
        "true,15,99202",
        "true,30,99203",
        "true,45,99204",
        "true,59,99204",
        "true,60,99205"
    })
    void aLevelHoldsFromItsMinimumOn(boolean newPatient, int minutes, String code) {
        assertThat(TimeRules.level(newPatient, minutes).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "false,54,false,0",
        "false,55,false,1",
        "false,69,false,1",
        "false,70,false,2",
        "true,74,false,0",
        "true,75,false,1",
        "false,68,true,0",
        "false,69,true,1",
        "true,88,true,0",
        "true,89,true,1"
    })
    void prolongedTimeCountsInFullQuartersOfAnHour(boolean newPatient, int minutes, boolean medicare, int units) {
        assertThat(TimeRules.prolongedUnits(newPatient, minutes, medicare)).isEqualTo(units);
    }

    @Test
    void nothingIsSaidOfTimeBefore2021() {
        assertThat(TimeRules.hold(LocalDate.of(2020, 12, 31))).isFalse();
        assertThat(TimeRules.hold(LocalDate.of(2021, 1, 1))).isTrue();
    }
}
