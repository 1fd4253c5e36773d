package org.superbill.billing.edits;

import java.util.Set;
import org.superbill.billing.reference.ClaimFacts;

/**
 * How a claim says that a conflict of sex is none. Source: Medicare Claims Processing Manual, chapter 32, section 240: modifier KX on professional claims, condition code
 * 45 on institutional ones.
 */
final class WaysOut {
    private static final String REQUIREMENTS_MET = "KX";
    private static final String SEX_CONFLICT_IS_MEANT = "45";
    private static final Set<String> OF_SEX = Set.of("sex-conflict", "procedure-sex");

    private WaysOut() {}

    /** Whether the claim has said what the rule asks. */
    static boolean lead(ClaimFacts facts, String rule) {
        return OF_SEX.contains(rule) && sexIsMeant(facts);
    }

    static boolean sexIsMeant(ClaimFacts facts) {
        var institutional = facts.encounter().details().institutional();
        if (institutional != null) {
            var codes = institutional.conditionCodes();
            return codes != null && codes.contains(SEX_CONFLICT_IS_MEANT);
        }
        return facts.encounter().lines().stream()
                .anyMatch(line -> line.modifiers().contains(REQUIREMENTS_MET));
    }
}
