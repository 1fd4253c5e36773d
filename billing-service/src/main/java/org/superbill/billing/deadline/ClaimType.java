package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What payers give limits of their own for. */
public enum ClaimType {
    ORIGINAL,
    /** Replaces or takes back what the payer has decided (frequency 7 or 8). */
    CORRECTED,
    /** To a payer that pays after another. */
    SECONDARY;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such type */
    public static ClaimType fromString(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such type of claim"));
    }
}
