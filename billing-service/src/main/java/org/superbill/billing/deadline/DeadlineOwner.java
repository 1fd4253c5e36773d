package org.superbill.billing.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whose work it is. */
public enum DeadlineOwner {
    BILLER,
    POSTER,
    CODER,
    PROVIDER,
    BILLING_MANAGER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such owner */
    public static DeadlineOwner fromString(String wire) {
        return Arrays.stream(values())
                .filter(owner -> owner.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called so"));
    }
}
