package org.superbill.billing.denial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which law and which habits rule an appeal, by the claim filing indicator (SBR09). */
public enum PayerType {
    /** Part A and Part B. */
    MEDICARE,
    /** Part C. */
    MEDICARE_ADVANTAGE,
    MEDICAID,
    /** Everything else: employer plans, exchange plans, workers' compensation, liability. */
    COMMERCIAL;

    /** @param claimFilingIndicator SBR09 */
    public static PayerType of(String claimFilingIndicator) {
        return switch (claimFilingIndicator) {
            case "MA", "MB" -> MEDICARE;
            case "16" -> MEDICARE_ADVANTAGE;
            case "MC" -> MEDICAID;
            default -> COMMERCIAL;
        };
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
