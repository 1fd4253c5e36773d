package org.superbill.events;

/** How a consumer treats the {@code sequence} of an event's type and subject. */
public enum Ordering {
    /** Counts 1, 2, 3 … without gaps: one that comes early waits, one that comes again is ignored. */
    SEQUENCED,
    /** The whole state of a thing, in a compacted topic: the highest sequence wins, gaps do not matter. */
    STATE,
    /** A record of its own: every one counts, in any order. */
    UNORDERED
}
