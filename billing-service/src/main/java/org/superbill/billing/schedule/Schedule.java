package org.superbill.billing.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is set for a payer.
 *
 * @param submitsCleanClaims a claim without an error is queued without a person
 * @param nextAt when what is queued goes; absent when it goes at once
 * @param inquireAfterDays the payer is asked about a claim that it has not decided so many days after it left; absent: never
 * @param inquireEveryDays and again after so many more; absent: once
 */
record Schedule(
        UUID payerId,
        boolean submitsCleanClaims,
        SendTimes sendTimes,
        @Nullable Instant nextAt,
        @Nullable Integer inquireAfterDays,
        @Nullable Integer inquireEveryDays,
        long revision) {

    boolean waits(Instant now) {
        return nextAt != null && nextAt.isAfter(now);
    }

    Schedule nextAt(@Nullable Instant at) {
        return new Schedule(payerId, submitsCleanClaims, sendTimes, at, inquireAfterDays, inquireEveryDays, revision);
    }
}
