package org.superbill.billing.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who gets the money. */
public enum RefundTo {
    PAYER,
    PATIENT;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
