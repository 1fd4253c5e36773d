package org.superbill.patient.encounter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.events.EncounterCompleted;

/**
 * A service of a completed encounter.
 *
 * @param lineNumber from 1, in the order in which the services were told
 * @param units without zeros at the end, so that 1 and 1.00 are the same service
 */
@Schema(name = "ServiceLine")
record ServiceLine(
        int lineNumber,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        long chargeCents,
        LocalDate serviceDate) {

    ServiceLine {
        modifiers = List.copyOf(modifiers);
        units = plain(units);
    }

    EncounterCompleted.Service told() {
        return new EncounterCompleted.Service(lineNumber, procedureCode, modifiers, units, chargeCents, serviceDate);
    }

    private static BigDecimal plain(BigDecimal units) {
        var stripped = units.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped; // 10, not 1E+1
    }
}
