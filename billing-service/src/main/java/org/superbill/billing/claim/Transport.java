package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a version of a claim is on its way to the payer. The only place that says what may follow. */
public enum Transport {
    DRAFT,
    EDITS_FAILED,
    HELD,
    READY,
    QUEUED,
    SENT,
    /** The file was refused: TA1, or 999 with R. */
    REJECTED_ENVELOPE,
    /** The file was taken: 999 with A, E or P, or 277CA A1. */
    RECEIVED,
    /** The claim was refused before adjudication: 277CA A3 and its finer A6, A7, A8 (returned as unprocessable), A4 (not found). */
    REJECTED,
    /** The payer adjudicates it: 277CA A2, or its 835. */
    ACCEPTED;

    Set<Transport> next() {
        return switch (this) { // no default: a new state does not compile until it is placed
            case DRAFT, EDITS_FAILED -> EnumSet.of(EDITS_FAILED, READY, HELD);
            case HELD -> EnumSet.of(EDITS_FAILED, READY);
            case READY -> EnumSet.of(EDITS_FAILED, READY, HELD, QUEUED);
            case QUEUED ->
                EnumSet.of(
                        SENT,
                        EDITS_FAILED,
                        HELD); // failed: X12 cannot say it, or its encounter was voided; held: no file yet
            case SENT -> EnumSet.of(REJECTED_ENVELOPE, RECEIVED, REJECTED, ACCEPTED);
            case RECEIVED -> EnumSet.of(REJECTED, ACCEPTED);
            case REJECTED_ENVELOPE, REJECTED, ACCEPTED -> EnumSet.noneOf(Transport.class);
        };
    }

    /** Nothing has left yet, so that the content may still change. */
    boolean isUnsent() {
        return switch (this) {
            case DRAFT, EDITS_FAILED, HELD, READY -> true;
            case QUEUED, SENT, REJECTED_ENVELOPE, RECEIVED, REJECTED, ACCEPTED -> false;
        };
    }

    /** It has left, and the payer has not said whether it takes it. */
    boolean isAwaited() {
        return this == SENT || this == RECEIVED;
    }

    /** The payer has said whether it takes it. */
    boolean isAnswered() {
        return this == ACCEPTED || isRejected();
    }

    boolean isRejected() {
        return this == REJECTED || this == REJECTED_ENVELOPE;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
    public static Transport fromString(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such state of a claim"));
    }
}
