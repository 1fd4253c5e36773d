package org.superbill.billing.refund;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who gets the money. */
enum RefundTo {
    PAYER,
    PATIENT;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
