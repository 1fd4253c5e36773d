package org.superbill.billing.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;

/**
 * Why a facility's claim replaces another or takes it back, by one condition code: D5 or D6 takes back, the others replace. Medicare returns an adjustment without. Source: NUBC, form
 * locators 18 to 28; Medicare Claims Processing Manual, chapter 1, section 130.1.2.1.
 */
final class ChangeReason {
    static final String CODE = "D[0-9]|E0";

    private static final Set<String> OF_VOIDS = Set.of("D5", "D6");
    private static final Set<String> OF_REPLACEMENTS = Set.of("D0", "D1", "D2", "D3", "D4", "D7", "D8", "D9", "E0");
    private static final Set<String> MEDICARE = Set.of("MA", "MB");

    private ChangeReason() {}

    /** The same with this code in place of any other; as they are where there is none. */
    static ClaimFacts said(ClaimFacts facts, @Nullable String code) {
        var stay = facts.encounter().details().institutional();
        if (code == null || stay == null) {
            return facts;
        }
        var conditions = Stream.concat(
                        codes(facts).stream().filter(condition -> !condition.matches(CODE)), Stream.of(code))
                .toList();
        return facts.with(facts.encounter().saying(facts.encounter().details().with(stay.withConditions(conditions))));
    }

    /** @param frequency CLM05-3, 7 or 8 */
    static boolean isSaidIn(ClaimFacts facts, String frequency) {
        return codes(facts).stream().anyMatch((frequency.equals("8") ? OF_VOIDS : OF_REPLACEMENTS)::contains);
    }

    /** The payer asks for it. */
    static boolean isAskedFor(ClaimFacts facts, String frequency) {
        return !frequency.equals("1")
                && facts.isInstitutional()
                && MEDICARE.contains(facts.payer().claimFilingIndicator());
    }

    private static List<String> codes(ClaimFacts facts) {
        var stay = facts.encounter().details().institutional();
        return stay == null || stay.conditionCodes() == null ? List.of() : stay.conditionCodes();
    }
}
