package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who is asked for the money of a claim. */
public enum BilledTo {
    PAYER,
    /** Nobody else was ever asked, or nobody else had decided: the patient pays all of it. */
    PATIENT;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
