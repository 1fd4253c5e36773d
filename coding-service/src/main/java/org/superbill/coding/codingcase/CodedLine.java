package org.superbill.coding.codingcase;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service with the codes that a coder gave it.
 *
 * @param lineNumber of the service
 * @param diagnosisPointers positions in the diagnoses, from 1, most important first
 */
@Schema(name = "CodingCaseLine")
public record CodedLine(
        int lineNumber,
        String procedureCode,
        List<String> modifiers,
        BigDecimal units,
        List<Integer> diagnosisPointers) {
    public CodedLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }
}
