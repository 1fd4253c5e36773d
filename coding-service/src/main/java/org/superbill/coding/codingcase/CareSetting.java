package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the encounter took place, as far as codes differ by it. */
@Schema(name = "CodingCaseSetting")
public enum CareSetting {
    OFFICE,
    FACILITY_OUTPATIENT,
    EMERGENCY,
    INPATIENT;

    /** As on the wire: {@code facility-outpatient}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a facility bills it too. */
    boolean isStay() {
        return this != OFFICE;
    }

    /** @param id as {@link #id()}; an office visit when absent, or of a later version of the event */
    static CareSetting of(@Nullable String id) {
        return Arrays.stream(values())
                .filter(setting -> setting.id().equals(id))
                .findFirst()
                .orElse(OFFICE);
    }
}
