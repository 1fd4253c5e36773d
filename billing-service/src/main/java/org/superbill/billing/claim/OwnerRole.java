package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who acts next on a claim. */
public enum OwnerRole {
    BILLER,
    CODER,
    PROVIDER,
    PAYER,
    PATIENT,
    NOBODY;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such role */
    public static OwnerRole fromString(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such owner"));
    }
}
