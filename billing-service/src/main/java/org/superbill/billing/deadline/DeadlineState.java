package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What became of a deadline. */
public enum DeadlineState {
    OPEN,
    /** Its last day is over and it was not done. */
    PASSED,
    MET,
    /** Done after its last day. */
    MET_LATE,
    /** It does not matter any more, or another day has taken its place. */
    WITHDRAWN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
    public static DeadlineState fromString(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such state of a deadline"));
    }
}
