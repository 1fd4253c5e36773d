package org.superbill.stack;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day on which tests and the demo play, whenever they run: a Friday behind all days that they tell of as over, and before the first
 * filing limit of theirs ends. The process begins at noon, so that it is one date in UTC and in the practices' zones.
 */
public final class FixedDay {
    public static final LocalDate DATE = LocalDate.of(2026, 11, 27);

    /** How far the business clock is ahead of the one that nobody moves; mostly negative. */
    public static final Duration AHEAD = Duration.between(
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
            DATE.atTime(12, 0).toInstant(ZoneOffset.UTC));

    private FixedDay() {}

    /** What the business clock shows unless a test moves it. */
    public static Instant now() {
        return Clock.systemUTC().instant().plus(AHEAD);
    }
}
