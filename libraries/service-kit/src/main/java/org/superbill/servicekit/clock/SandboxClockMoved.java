package org.superbill.servicekit.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * In the sandbox the business clock shows another time: topic {@code sandbox-clock-moved}, JSON. The move that was made last counts,
 * however often and in whatever order moves are delivered.
 *
 * @param now what the business clock showed
 * @param at when that was, by the clock that nobody moves
 */
record SandboxClockMoved(Instant now, Instant at) {
    /** How far it is ahead of the clock that nobody moves; negative when it is behind. */
    Duration ahead() {
        return Duration.between(at, now);
    }
}
