package org.superbill.patient.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an encounter takes place, as far as its coding and its claims differ by it. All but an office visit are billed by a facility too. */
@Schema(name = "EncounterSetting")
enum Setting {
    @JsonProperty("office")
    OFFICE,
    @JsonProperty("facility-outpatient")
    FACILITY_OUTPATIENT,
    @JsonProperty("emergency")
    EMERGENCY,
    @JsonProperty("inpatient")
    INPATIENT;

    /** As on the wire: {@code facility-outpatient}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
