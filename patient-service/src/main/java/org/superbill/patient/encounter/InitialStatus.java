package org.superbill.patient.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an encounter may begin. */
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
