package org.superbill.coding.codingaudit;

import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.FinalCoding;

/**
 * What the right codes of a judged case change on its claim, see {@link AuditItemView}.
 *
 * @param chargeCents of the claim as it was coded
 */
record ClaimEffect(
        @Nullable Long chargeCents,
        @Nullable Long chargeDifferenceCents,
        @Nullable Long allowedDifferenceCents) {

    /**
     * @param correct null where the coder was right
     * @param priced what billing has answered; null where nothing was asked. It alone knows what a line costs that has another code or other units than the clinic charged
     */
    static ClaimEffect of(FinalCoding coded, @Nullable CaseCoding correct, @Nullable AuditEffectView priced) {
        var known = coded.claimChargeCents(coded.coding());
        var before = known == null && priced != null ? priced.codedChargeCents() : known;
        if (correct == null) {
            return new ClaimEffect(before, 0L, 0L);
        }
        var right = coded.claimChargeCents(correct);
        if (known != null && right != null) {
            return new ClaimEffect(
                    before, Math.subtractExact(right, known), priced == null ? null : priced.differenceCents());
        }
        return priced == null
                ? new ClaimEffect(before, null, null)
                : new ClaimEffect(before, priced.chargeDifferenceCents(), priced.differenceCents());
    }
}
