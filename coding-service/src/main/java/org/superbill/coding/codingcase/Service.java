package org.superbill.coding.codingcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.events.EncounterCompleted;

/**
 * A service as the clinic completed it.
 *
 * @param lineNumber from 1, unique in the encounter
 * @param chargeCents for all units together
 */
@Schema(name = "CodingCaseService")
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

    static List<Service> of(EncounterCompleted event) {
        return event.services().stream()
                .map(service -> new Service(
                        service.lineNumber(),
                        service.procedureCode(),
                        service.modifiers(),
                        service.units(),
                        service.chargeCents(),
                        service.serviceDate()))
                .toList();
    }
}
