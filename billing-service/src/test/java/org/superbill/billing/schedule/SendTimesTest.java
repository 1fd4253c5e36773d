package org.superbill.billing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SendTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static Instant next(String times, String days, String after) {
        return SendTimes.read(times, days).next(Instant.parse(after), ZONE).orElseThrow();
    }

    @Test
    void theNextTimeIsLaterThanNow() {
        assertThat(next("17:00,08:00", "", "2026-03-02T12:59:59Z")).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(next("17:00,08:00", "", "2026-03-02T13:00:00Z")).isEqualTo("2026-03-02T22:00:00Z");
        assertThat(next("17:00,08:00", "", "2026-03-02T22:00:00Z")).isEqualTo("2026-03-03T13:00:00Z");
    }

    @Test
    void daysThatAreNotNamedArePassedOver() {
        assertThat(next("08:00", "MONDAY", "2026-03-02T13:00:00Z"))
                .as("a Monday")
                .isEqualTo("2026-03-09T12:00:00Z");
    }

    @Test
    void theClockOfTheOrganizationCountsInSummerToo() {
        assertThat(next("08:00", "", "2026-03-07T20:00:00Z"))
                .as("the day of the change")
                .isEqualTo("2026-03-08T12:00:00Z");
        assertThat(next("02:30", "", "2026-03-08T06:00:00Z"))
                .as("a time that is skipped")
                .isEqualTo("2026-03-08T07:30:00Z");
    }

    @Test
    void withoutTimesThereIsNothingToWaitFor() {
        assertThat(SendTimes.read("", "").next(Instant.parse("2026-03-02T13:00:00Z"), ZONE))
                .isEmpty();
    }
}
