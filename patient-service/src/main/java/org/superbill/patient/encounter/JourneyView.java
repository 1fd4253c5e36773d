package org.superbill.patient.encounter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The story of an encounter, oldest step first. */
@Schema(name = "Journey")
record JourneyView(UUID encounterId, EncounterStatus status, List<Step> steps) {

    static final String EXAMPLE = """
            {
              "encounterId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0007",
              "status": "billed",
              "steps": [
                {"at": "2026-03-02T15:00:00Z", "step": "registered", "detail": "in-progress, 1 coverage"},
                {"at": "2026-03-02T15:10:00Z", "step": "completed", "detail": "2 services, version 1"},
                {"at": "2026-03-02T15:20:00Z", "step": "coded", "detail": "1 diagnosis, 2 lines, version 1",
                 "eventId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0008"},
                {"at": "2026-03-02T15:30:00Z", "step": "claim-submitted", "detail": "claim 7K2M9Q-1, frequency 1",
                 "claimId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c0009", "eventId": "0195a2f0-7c1e-7a10-9d2b-3f6f5d1c000a"}
              ]
            }
            """;

    /**
     * One thing that happened.
     *
     * @param eventId of the event that told it, when another service did
     */
    @Schema(name = "JourneyStep")
    record Step(
            Instant at,
            String step,
            String detail,
            @Nullable UUID claimId,
            @Nullable UUID eventId) {}
}
