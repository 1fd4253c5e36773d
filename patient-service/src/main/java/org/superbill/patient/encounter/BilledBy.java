package org.superbill.patient.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose claim a service goes on. */
@Schema(name = "BilledBy")
enum BilledBy {
    @JsonProperty("professional")
    PROFESSIONAL,
    @JsonProperty("facility")
    FACILITY;

    /** As on the wire: {@code facility}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
