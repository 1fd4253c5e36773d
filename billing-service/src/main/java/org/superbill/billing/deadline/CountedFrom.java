package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** The day from which a payer counts its limit. */
public enum CountedFrom {
    /** The first day of service on the claim. */
    SERVICE,
    /** The remittance that goes before: the payer's own for a corrected claim, the other payer's for a secondary one. */
    REMITTANCE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such day */
    public static CountedFrom fromString(String wire) {
        return Arrays.stream(values())
                .filter(from -> from.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Payers count from no such day"));
    }
}
