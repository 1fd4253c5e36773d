package org.superbill.billing.edits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An error keeps a claim from being sent, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    @JsonCreator
    static Severity of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
