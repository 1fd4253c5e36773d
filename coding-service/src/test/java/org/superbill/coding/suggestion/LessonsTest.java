package org.superbill.coding.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LessonsTest {

    @Test
    void noDecisionTeachesNothing() {
        assertThat(Lessons.logOdds(0, 0)).isCloseTo(0, within(1e-9));
    }

    @Test
    void acceptedRaisesAndRejectedLowersALittleAtFirstAndNeverWithoutEnd() {
        assertThat(Lessons.logOdds(1, 0)).isBetween(0.0, 0.5);
        assertThat(Lessons.logOdds(0, 1)).isBetween(-1.0, 0.0);
        assertThat(Lessons.logOdds(0, 1_000_000)).isEqualTo(-2);
        assertThat(Lessons.logOdds(1_000_000, 0)).isEqualTo(2);
    }
}
