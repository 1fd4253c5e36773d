package org.superbill.coding.codecheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a finding weighs. */
@Schema(name = "CodingFindingSeverity")
public enum Severity {
    /** Has to be put right before the case may be finalized. */
    ERROR,
    /** Worth a look; does not stop anything. */
    WARNING;

    static Severity of(org.superbill.coderules.Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
        };
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
