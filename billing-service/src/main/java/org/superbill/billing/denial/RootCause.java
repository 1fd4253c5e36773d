package org.superbill.billing.denial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where a refusal could have been prevented. */
public enum RootCause {
    REGISTRATION,
    AUTHORIZATION,
    DOCUMENTATION,
    CODING,
    BILLING,
    CREDENTIALING,
    PAYER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such cause */
    public static RootCause fromString(String wire) {
        return Arrays.stream(values())
                .filter(cause -> cause.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such root cause"));
    }
}
