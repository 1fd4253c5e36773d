package org.superbill.billing.uncovered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCoded;

/**
 * A coding that names no coverage, so that there is no claim of it.
 *
 * @param kind {@code facility}; absent: the professional case
 * @param chargeCents what its lines charge
 */
@Schema(name = "UncoveredEncounter")
record UncoveredEncounter(
        UUID codingCaseId,
        UUID encounterId,
        UUID patientId,
        @Nullable String kind,
        LocalDate serviceDate,
        long chargeCents,
        Instant codedAt) {

    /** Only for the API's document. */
    @Schema(name = "UncoveredEncounterPage")
    record Listed(List<UncoveredEncounter> items, @Nullable String nextCursor) {}

    static UncoveredEncounter of(EncounterCoded coding, Instant codedAt) {
        return new UncoveredEncounter(
                coding.codingCaseId(),
                coding.encounterId(),
                coding.patientId(),
                coding.kind(),
                coding.serviceDate(),
                coding.lines().stream()
                        .mapToLong(EncounterCoded.Line::chargeCents)
                        .sum(),
                codedAt);
    }
}
