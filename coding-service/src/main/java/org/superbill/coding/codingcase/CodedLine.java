package org.superbill.coding.codingcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeSet;

/**
 * A service with the codes that a coder gave it.
 *
 * @param lineNumber of the service
 * @param procedureCode empty where the revenue code alone tells a facility's service
 * @param diagnosisPointers positions in the diagnoses, from 1, most important first
 * @param serviceDate absent: the service's
 * @param practitionerId who gave the service; absent: as the service says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CodingCaseLine")
public record CodedLine(
        int lineNumber,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        List<Integer> diagnosisPointers,
        @Nullable LocalDate serviceDate,
        @Nullable UUID practitionerId) {
    public CodedLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }

    /** On the service's day, by whom the service says. */
    public CodedLine(
            int lineNumber,
            String procedureCode,
            List<String> modifiers,
            BigDecimal units,
            List<Integer> diagnosisPointers) {
        this(lineNumber, procedureCode, modifiers, units, diagnosisPointers, null, null);
    }

    CodeSet.Line forRules() {
        return new CodeSet.Line(lineNumber, procedureCode, modifiers, units, serviceDate, diagnosisPointers);
    }
}
