package org.superbill.patient.encounter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;

/**
 * A service of a completed encounter.
 *
 * @param lineNumber from 1, in the order in which the services were told
 * @param procedureCode empty where the revenue code alone tells a facility's service
 * @param units without zeros at the end, so that 1 and 1.00 are the same service
 * @param diagnosisPointers positions in the encounter's diagnoses, from 1; absent when the clinician gave none
 * @param practitionerId who gave it; absent when it was the encounter's
 * @param billedBy absent: {@code professional}
 * @param details absent when the claim has nothing more to say of it
 */
@Schema(name = "ServiceLine")
record ServiceLine(
        int lineNumber,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        long chargeCents,
        LocalDate serviceDate,
        @Nullable List<Integer> diagnosisPointers,
        @Nullable UUID practitionerId,
        @Nullable BilledBy billedBy,
        @Nullable ServiceClaimDetails details) {

    ServiceLine {
        modifiers = List.copyOf(modifiers);
        units = plain(units);
        diagnosisPointers = diagnosisPointers == null ? null : List.copyOf(diagnosisPointers);
    }

    EncounterCompleted.Service told() {
        return new EncounterCompleted.Service(
                lineNumber,
                procedureCode,
                modifiers,
                units,
                chargeCents,
                serviceDate,
                diagnosisPointers,
                practitionerId,
                billedBy == null ? null : billedBy.text(),
                details == null ? null : details.told());
    }

    private static BigDecimal plain(BigDecimal units) {
        var stripped = units.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped; // 10, not 1E+1
    }
}
