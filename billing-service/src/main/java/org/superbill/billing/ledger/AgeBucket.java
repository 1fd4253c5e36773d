package org.superbill.billing.ledger;

import java.util.Arrays;
import java.util.Optional;

/** How old an open item is, in days. */
public enum AgeBucket {
    CURRENT("0-30", 0, 30),
    OVER_30("31-60", 31, 60),
    OVER_60("61-90", 61, 90),
    OVER_90("91-120", 91, 120),
    OVER_120("121-up", 121, Integer.MAX_VALUE);

    private final String wire;
    private final int from;
    private final int to;

    AgeBucket(String wire, int from, int to) {
        this.wire = wire;
        this.from = from;
        this.to = to;
    }

    public String wire() {
        return wire;
    }

    /** In days; what lies ahead is as young as can be. */
    int from() {
        return this == CURRENT ? Integer.MIN_VALUE : from;
    }

    int to() {
        return to;
    }

    static AgeBucket of(long days) {
        return Arrays.stream(values())
                .filter(bucket -> days <= bucket.to)
                .findFirst()
                .orElse(OVER_120);
    }

    public static Optional<AgeBucket> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(bucket -> bucket.wire.equals(wire))
                .findFirst();
    }
}
