package org.superbill.x12.remittance;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a remittance that disagree.
 *
 * @param claim the how-manieth claim of the transaction set, from 1; 0 for the transaction set
 * @param line the how-manieth line of the claim, from 1; 0 for the claim and the transaction set
 * @param charged SVC02 or CLP03; of the transaction set the sum of CLP04
 * @param adjusted the sum of CAS; of the transaction set the sum of PLB
 * @param paid what the remittance says: SVC03, CLP04, BPR02 (negative when BPR03 is D)
 */
public record Imbalance(
        Level level,
        @Nullable String patientControlNumber,
        int claim,
        int line,
        BigDecimal charged,
        BigDecimal adjusted,
        BigDecimal paid) {

    /** Which of the three rules (005010X221A1, 1.10.2.1). */
    public enum Level {
        /** SVC02 − ΣCAS = SVC03. */
        LINE,
        /** CLP03 − ΣCAS of the claim and its lines = CLP04. */
        CLAIM,
        /** BPR02 = ΣCLP04 − ΣPLB. */
        TRANSACTION
    }

    /** What {@code paid} should be. */
    public BigDecimal expected() {
        return charged.subtract(adjusted);
    }

    /** How much {@code paid} is too high. */
    public BigDecimal difference() {
        return paid.subtract(expected());
    }

    /** A sentence with the sums; no patient data but the claim's place in the file. */
    public String message() {
        return switch (level) {
            case LINE ->
                "Claim %d line %d: SVC02 %s less its adjustments %s is %s, and SVC03 is %s"
                        .formatted(claim, line, charged, adjusted, expected(), paid);
            case CLAIM ->
                "Claim %d: CLP03 %s less the adjustments %s of the claim and its lines is %s, and CLP04 is %s"
                        .formatted(claim, charged, adjusted, expected(), paid);
            case TRANSACTION ->
                "The claims' payments %s less the provider adjustments %s are %s, and BPR02 is %s"
                        .formatted(charged, adjusted, expected(), paid);
        };
    }
}
