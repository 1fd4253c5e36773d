package org.superbill.billing.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;

class TimelyFilingTest {
    private static final LocalDate REMITTED = LocalDate.parse("2026-05-10");

    private static Filing filing(
            ClaimType type, String indicator, int days, String service, @Nullable LocalDate remitted) {
        return new Filing(
                UUID.randomUUID(), UUID.randomUUID(), type, indicator, days, LocalDate.parse(service), remitted);
    }

    private static FilingLimit limit(ClaimType type, int days, CountedFrom from) {
        return new FilingLimit(UUID.randomUUID(), type, days, from, 0);
    }

    private static LocalDate due(Filing filing, @Nullable FilingLimit limit) {
        return TimelyFiling.deadline(filing, limit).orElseThrow().dueOn();
    }

    @Test
    void medicareHasOneCalendarYearWhateverTheProfileSays() {
        assertThat(due(filing(ClaimType.ORIGINAL, "MB", 90, "2026-03-02", null), null))
                .isEqualTo("2027-03-02");
        assertThat(due(filing(ClaimType.ORIGINAL, "MA", 0, "2026-03-02", null), null))
                .isEqualTo("2027-03-02");
    }

    @Test
    void aServiceOnTheLeapDayEndsOnTheTwentyEighth() {
        assertThat(due(filing(ClaimType.ORIGINAL, "MB", 0, "2028-02-29", null), null))
                .isEqualTo("2029-02-28");
        assertThat(due(filing(ClaimType.ORIGINAL, "MB", 0, "2027-02-28", null), null))
                .isEqualTo("2028-02-28");
    }

    @Test
    void anotherPayersRemittanceDoesNotProlongMedicaresYear() {
        var limit = limit(ClaimType.SECONDARY, 90, CountedFrom.REMITTANCE);
        assertThat(due(filing(ClaimType.SECONDARY, "MB", 90, "2026-03-02", REMITTED), limit))
                .isEqualTo("2027-03-02");
    }

    @Test
    void aPayersProfileCountsDaysFromTheService() {
        assertThat(due(filing(ClaimType.ORIGINAL, "CI", 90, "2026-03-02", null), null))
                .isEqualTo("2026-05-31");
    }

    @Test
    void aPayerWithoutALimitHasNoDeadline() {
        assertThat(TimelyFiling.deadline(filing(ClaimType.ORIGINAL, "CI", 0, "2026-03-02", null), null))
                .isEmpty();
    }

    @Test
    void aSecondaryClaimCountsFromThePrimarysRemittance() {
        assertThat(due(filing(ClaimType.SECONDARY, "CI", 90, "2026-03-02", REMITTED), null))
                .isEqualTo("2026-08-08");
        assertThat(due(filing(ClaimType.SECONDARY, "CI", 90, "2026-03-02", null), null))
                .as("while no remittance is known, from the service")
                .isEqualTo("2026-05-31");
    }

    @Test
    void correctedClaimsHaveTheirOwn() {
        var filing = filing(ClaimType.CORRECTED, "CI", 90, "2026-03-02", REMITTED);
        assertThat(due(filing, limit(ClaimType.CORRECTED, 180, CountedFrom.REMITTANCE)))
                .isEqualTo("2026-11-06");
        assertThat(due(filing, limit(ClaimType.CORRECTED, 180, CountedFrom.SERVICE)))
                .isEqualTo("2026-08-29");
        assertThat(due(filing, null)).as("without one, that of the profile").isEqualTo("2026-05-31");
    }

    @Test
    void theEarliestServiceOfTheClaimCounts() {
        var facts = new Facts().lines(Facts.line(1, "99213", 100));
        assertThat(Filing.of(UUID.randomUUID(), facts.build(), ClaimType.ORIGINAL, null)
                        .served())
                .isEqualTo(Facts.ON);
    }

    @Test
    void theAlarmRingsFourteenDaysBefore() {
        var deadline = TimelyFiling.deadline(filing(ClaimType.ORIGINAL, "MB", 0, "2026-03-02", null), null)
                .orElseThrow();
        assertThat(deadline.alarmOn()).isEqualTo("2027-02-16");
    }
}
