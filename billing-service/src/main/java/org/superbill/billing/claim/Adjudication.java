package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the payer decided about a claim. The only place that says what may follow. */
public enum Adjudication {
    NONE,
    PENDING,
    PAID,
    /** All of it is the patient's or the next payer's. */
    PAID_AT_ZERO,
    PARTIALLY_PAID,
    DENIED,
    /** Not decided for want of something (MA130): to be corrected and sent as a new claim. */
    UNPROCESSABLE,
    /** CLP02 19, 20, 21, 23. */
    FORWARDED,
    /** CLP02 22. */
    REVERSED,
    /** CLP02 25: an estimate, no decision. */
    PREDETERMINATION,
    /** A remittance that a person has to look at. */
    NEEDS_REVIEW;

    Set<Adjudication> next() {
        return switch (this) { // no default: a new state does not compile until it is placed
            case NONE, PENDING -> EnumSet.complementOf(EnumSet.of(NONE, REVERSED));
            case PAID,
                    PAID_AT_ZERO,
                    PARTIALLY_PAID,
                    DENIED,
                    UNPROCESSABLE,
                    FORWARDED,
                    PREDETERMINATION,
                    NEEDS_REVIEW,
                    REVERSED -> EnumSet.complementOf(EnumSet.of(NONE));
        };
    }

    /** The payer has decided, be it that it has also passed the claim on, so that the payer's control number can be referred to. */
    boolean isDecided() {
        return switch (this) {
            case PAID, PAID_AT_ZERO, PARTIALLY_PAID, DENIED, FORWARDED, REVERSED -> true;
            case NONE, PENDING, UNPROCESSABLE, PREDETERMINATION, NEEDS_REVIEW -> false;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such state */
    public static Adjudication fromString(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such state of a claim"));
    }
}
