package org.superbill.coding.codingcase;

import java.math.BigDecimal;
import java.util.List;

/**
 * A service with the codes that a coder gave it.
 *
 * @param lineNumber of the service
 * @param diagnosisPointers positions in the diagnoses, from 1, most important first
 */
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
