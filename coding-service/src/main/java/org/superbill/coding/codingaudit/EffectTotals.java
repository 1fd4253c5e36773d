package org.superbill.coding.codingaudit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the errors that stand come to in money. Too much and too little are told apart: what was overpaid has to be given back, whatever was
 * underpaid elsewhere (42 CFR 401.305).
 *
 * @param claims with errors that stand
 * @param notKnown of them those whose difference is not known (yet); they are in neither sum
 * @param tooMuchCents what payers are expected to have allowed beyond the right codes
 * @param tooLittleCents what the right codes would have been allowed beyond
 */
@Schema(name = "CodingAuditEffectTotals")
record EffectTotals(int claims, int notKnown, long tooMuchCents, long tooLittleCents) {

    static EffectTotals of(List<AuditItemView> items) {
        var standing = items.stream()
                .filter(item -> item.status() == ItemStatus.UPHELD)
                .toList();
        var known = standing.stream()
                .map(AuditItemView::allowedDifferenceCents)
                .filter(difference -> difference != null)
                .mapToLong(difference -> difference)
                .toArray();
        var tooMuch = 0L;
        var tooLittle = 0L;
        for (var difference : known) {
            tooMuch += Math.max(0, -difference);
            tooLittle += Math.max(0, difference);
        }
        return new EffectTotals(standing.size(), standing.size() - known.length, tooMuch, tooLittle);
    }
}
