package org.superbill.billing.claim;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.CoverageChanged;

/**
 * Why Medicare pays after another insurer (SBR05). Pure. Source: 005010X222A1, loop 2000B, SBR05; Medicare Secondary Payer Manual
 * (CMS 100-05), chapters 2 and 3.
 */
public final class MedicareSecondary {
    static final Set<String> TYPES = Set.of("12", "13", "14", "15", "16", "41", "42", "43", "47");

    private static final Set<String> MEDICARE = Set.of("MA", "MB");
    private static final int WORKING_AGE = 65;

    private MedicareSecondary() {}

    /**
     * @param stated by a person; else the coverage says it; else it follows from the kind of the primary payer, and for a group plan from the patient's age: end-stage
     *     renal disease, black lung and public health cannot be told from these and have to be stated
     * @return null where another payer than Medicare is billed
     */
    static @Nullable String insuranceType(ClaimFacts facts, List<PriorPayer> priors, @Nullable String stated) {
        if (!MEDICARE.contains(facts.payer().claimFilingIndicator())) {
            return null;
        }
        if (stated != null) {
            return stated;
        }
        return typeOf(facts.coverage(), priors.get(0).claimFilingIndicator(), facts);
    }

    /**
     * @param medicare the coverage, whose own word goes first
     * @param primaryKind SBR09 of the primary payer
     * @param facts of the patient's claim, to whichever payer
     */
    public static String typeOf(CoverageChanged medicare, String primaryKind, ClaimFacts facts) {
        if (medicare.medicareSecondaryType() != null) {
            return medicare.medicareSecondaryType();
        }
        return switch (primaryKind) {
            case "WC" -> "15";
            case "AM" -> "14";
            case "LM" -> "47";
            case "VA" -> "42";
            default -> isOfWorkingAge(facts) ? "43" : "12";
        };
    }

    private static boolean isOfWorkingAge(ClaimFacts facts) {
        return Period.between(facts.patient().birthDate(), facts.encounter().serviceDate())
                        .getYears()
                < WORKING_AGE;
    }
}
