package org.superbill.coding.codecheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** Has to be put right before the case may be finalized. */
    ERROR,
    /** Worth a look; does not stop anything. */
    WARNING;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
