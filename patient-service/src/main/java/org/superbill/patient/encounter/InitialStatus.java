package org.superbill.patient.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an encounter may begin. */
@Schema(name = "EncounterInitialStatus")
enum InitialStatus {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("in-progress")
    IN_PROGRESS;

    EncounterStatus status() {
        return switch (this) {
            case PLANNED -> EncounterStatus.PLANNED;
            case IN_PROGRESS -> EncounterStatus.IN_PROGRESS;
        };
    }
}
