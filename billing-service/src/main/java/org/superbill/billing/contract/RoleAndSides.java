package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.superbill.billing.edittable.FeeIndicator;

/**
 * What a modifier makes of a physician fee schedule amount by the indicators of the code: both sides 150 percent (indicator 1) or each in full (3), an assistant at surgery 16 percent, one who is no physician 85 percent
 * of that, each of two surgeons 62.5 percent, a team by report. Whether an assistant (indicator 0) or a second surgeon (1) was needed is for the payer to say: the amount is that of a service that it pays. Pure. Source: Medicare Claims
 * Processing Manual (CMS 100-04), chapter 12, sections 20.4.3 (assistants), 40.7 (both sides), 40.8 (two surgeons, teams) and 110.2 (assistants who are no physicians).
 */
final class RoleAndSides {
    private static final BigDecimal AS_IT_IS = BigDecimal.valueOf(100);
    private static final Set<String> ASSISTANT_PHYSICIAN = Set.of("80", "81", "82");
    private static final Set<String> PAID = Set.of("0", "2");
    private static final Map<String, BigDecimal> BOTH_SIDES =
            Map.of("1", BigDecimal.valueOf(150), "3", BigDecimal.valueOf(200));

    private RoleAndSides() {}

    /** Empty when it is paid by report, or not at all. */
    static Optional<BigDecimal> percent(String modifier, FeeIndicator indicator) {
        return switch (modifier) {
            case "50" -> Optional.of(BOTH_SIDES.getOrDefault(indicator.bilateral(), AS_IT_IS));
            case "80", "81", "82" -> assistant(indicator, "16");
            case "AS" -> assistant(indicator, "13.6");
            case "62" ->
                Set.of("1", "2").contains(indicator.coSurgeons())
                        ? Optional.of(new BigDecimal("62.5"))
                        : Optional.empty();
            case "66" -> Optional.empty();
            default -> Optional.of(AS_IT_IS);
        };
    }

    /** An assistant who is no physician says both AS and one of 80 to 82: AS tells the amount. */
    static boolean isSaidBetter(String modifier, List<String> modifiers) {
        return ASSISTANT_PHYSICIAN.contains(modifier) && modifiers.contains("AS");
    }

    private static Optional<BigDecimal> assistant(FeeIndicator indicator, String percent) {
        return PAID.contains(indicator.assistantSurgeon()) ? Optional.of(new BigDecimal(percent)) : Optional.empty();
    }
}
