package org.superbill.billing.appeal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an appeal is. The only place that says what may follow. */
public enum AppealState {
    PREPARED,
    SENT,
    /** The payer changed all of its decision. */
    OVERTURNED,
    /** A part of it. */
    PARTLY_OVERTURNED,
    /** The payer stays with its decision. */
    UPHELD,
    /** The payer did not look at it, e.g. because it came late. */
    DISMISSED,
    WITHDRAWN;

    Set<AppealState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed
            case PREPARED -> EnumSet.of(SENT, WITHDRAWN);
            case SENT -> EnumSet.of(OVERTURNED, PARTLY_OVERTURNED, UPHELD, DISMISSED, WITHDRAWN);
            case OVERTURNED, PARTLY_OVERTURNED, UPHELD, DISMISSED, WITHDRAWN -> EnumSet.noneOf(AppealState.class);
        };
    }

    /** The payer has answered. */
    boolean isDecided() {
        return this == OVERTURNED || this == PARTLY_OVERTURNED || this == UPHELD || this == DISMISSED;
    }

    /** The next level may follow. */
    boolean isLost() {
        return this == UPHELD || this == DISMISSED || this == PARTLY_OVERTURNED;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
    public static AppealState fromString(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such state of an appeal"));
    }
}
