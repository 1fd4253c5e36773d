package org.superbill.billing.edits;

import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * How a claim says that a conflict of sex is none. Source: Medicare Claims Processing Manual, chapter 32, section 240: modifier KX on the line of a professional claim,
 * condition code 45 on an institutional one.
 */
final class WaysOut {
    private static final String REQUIREMENTS_MET = "KX";
    private static final String SEX_CONFLICT_IS_MEANT = "45";
    private static final String OF_DIAGNOSES = "sex-conflict";

    private WaysOut() {}

    /** Whether the claim has said what the rule over its codes asks; of diagnoses one line speaks for all. */
    static boolean lead(ClaimFacts facts, String rule) {
        return rule.equals(OF_DIAGNOSES)
                && (facts.isInstitutional()
                        ? hasCondition(facts)
                        : facts.encounter().lines().stream().anyMatch(WaysOut::hasModifier));
    }

    static boolean sexIsMeant(ClaimFacts facts, EncounterCoded.Line line) {
        return facts.isInstitutional() ? hasCondition(facts) : hasModifier(line);
    }

    private static boolean hasModifier(EncounterCoded.Line line) {
        return line.modifiers().contains(REQUIREMENTS_MET);
    }

    private static boolean hasCondition(ClaimFacts facts) {
        var institutional = facts.encounter().details().institutional();
        var codes = institutional == null ? null : institutional.conditionCodes();
        return codes != null && codes.contains(SEX_CONFLICT_IS_MEANT);
    }
}
