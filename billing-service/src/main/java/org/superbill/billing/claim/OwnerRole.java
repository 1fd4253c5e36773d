package org.superbill.billing.claim;

import com.fasterxml.jackson.annotation.JsonValue;
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
}
