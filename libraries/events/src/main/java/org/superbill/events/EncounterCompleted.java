package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An encounter is over. Key: encounter id; {@code version} grows by one with each late charge.
 *
 * @param coverageIds primary first; empty for a patient who pays alone
 */
public record EncounterCompleted(
        UUID encounterId,
        int version,
        UUID patientId,
        UUID practitionerId,
        UUID locationId,
        List<UUID> coverageIds,
        LocalDate serviceDate,
        List<Service> services)
        implements Event {

    public EncounterCompleted {
        coverageIds = List.copyOf(coverageIds);
        services = List.copyOf(services);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * One service as the clinic entered it.
     *
     * @param lineNumber from 1, unique in the encounter
     * @param procedureCode CPT or HCPCS Level II
     * @param modifiers at most four
     * @param units above zero
     */
    public record Service(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate) {
        public Service {
            modifiers = List.copyOf(modifiers);
        }
    }
}
