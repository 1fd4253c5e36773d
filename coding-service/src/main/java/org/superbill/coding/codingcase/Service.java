package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;

/**
 * A service as the clinic completed it.
 *
 * @param lineNumber from 1, unique in the encounter
 * @param chargeCents for all units together
 * @param practitionerId who gave it; absent: the encounter's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseService")
public record Service(
        int lineNumber,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        long chargeCents,
        LocalDate serviceDate,
        @Nullable UUID practitionerId) {
    public Service {
        modifiers = List.copyOf(modifiers);
    }

    /**
     * Whether a line is charged as the clinic charged the service: with the same code and units; else the fee schedule says what it is charged. A facility charges by revenue
     * code from a list of its own, mostly without a code, and no fee schedule for the professionals' work says anything else.
     *
     * @param kind null where it was not kept
     */
    boolean isCharged(CodedLine line, @Nullable CaseKind kind) {
        return kind == CaseKind.FACILITY
                || procedureCode.equals(line.procedureCode()) && units.compareTo(line.units()) == 0;
    }

    /** Those that a case of this kind codes. */
    static List<Service> of(EncounterCompleted event, CaseKind kind) {
        return codedBy(event, kind).stream()
                .map(service -> new Service(
                        service.lineNumber(),
                        service.procedureCode(),
                        service.modifiers(),
                        service.units(),
                        service.chargeCents(),
                        service.serviceDate(),
                        service.practitionerId()))
                .toList();
    }

    /** What the clinician entered is nobody's but the professional's, unless it says that the facility bills it. */
    static List<EncounterCompleted.Service> codedBy(EncounterCompleted event, CaseKind kind) {
        return event.services().stream()
                .filter(service -> CaseKind.FACILITY.id().equals(service.billedBy()) == (kind == CaseKind.FACILITY))
                .toList();
    }
}
