package org.superbill.servicekit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time in UTC, moved by as much as a sandbox or a test has moved it; production never moves it. */
final class BusinessClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void moveTo(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
    }

    void runAhead(Duration difference) {
        ahead = difference;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
