package org.superbill.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The codes of an encounter are final and it may be billed. Key: encounter id; {@code version} grows by one with each amendment.
 *
 * @param diagnoses ICD-10-CM codes without the dot, principal first; at most 12 on a professional claim (005010X222A1, loop 2300, HI)
 * @param codedBy the subject of the coder's token
 */
public record EncounterCoded(
        UUID encounterId,
        int version,
        UUID codingCaseId,
        UUID patientId,
        UUID practitionerId,
        UUID locationId,
        List<UUID> coverageIds,
        LocalDate serviceDate,
        List<String> diagnoses,
        List<Line> lines,
        String codedBy)
        implements Event {

    public EncounterCoded {
        coverageIds = List.copyOf(coverageIds);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    @Override
    public String subject() {
        return encounterId.toString();
    }

    /**
     * One service with its final codes.
     *
     * @param diagnosisPointers positions in {@code diagnoses}, from 1, most important first; one to four (SV107)
     */
    public record Line(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate,
            List<Integer> diagnosisPointers) {
        public Line {
            modifiers = List.copyOf(modifiers);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }
    }
}
