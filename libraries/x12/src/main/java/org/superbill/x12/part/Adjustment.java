package org.superbill.x12.part;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/**
 * Why an amount was not paid as charged (one of the up to six triples of a CAS segment).
 *
 * @param reason claim adjustment reason code (CARC)
 * @param amount positive lowers the payment
 * @param quantity CAS04 …, units that were adjusted
 */
public record Adjustment(
        AdjustmentGroup group,
        String reason,
        BigDecimal amount,
        @Nullable BigDecimal quantity) {
    private static final int TRIPLES = 6;

    public static Adjustment of(AdjustmentGroup group, String reason, BigDecimal amount) {
        return new Adjustment(group, reason, amount, null);
    }

    /** All adjustments that stand directly in this loop. */
    public static List<Adjustment> of(Loop loop) {
        var adjustments = new ArrayList<Adjustment>();
        for (var cas : loop.segments("CAS")) {
            var group = new AdjustmentGroup(cas.element(1));
            for (int at = 2; at <= 17; at += 3) {
                if (cas.has(at)) {
                    adjustments.add(
                            new Adjustment(group, cas.element(at), cas.requiredDecimal(at + 1), cas.decimal(at + 2)));
                }
            }
        }
        return adjustments;
    }

    /** One CAS segment per group and six adjustments, groups in the order of their first adjustment. */
    public static List<Segment> segments(List<Adjustment> adjustments) {
        var byGroup = new LinkedHashMap<AdjustmentGroup, List<Adjustment>>();
        adjustments.forEach(adjustment -> byGroup.computeIfAbsent(adjustment.group, group -> new ArrayList<>())
                .add(adjustment));
        var segments = new ArrayList<Segment>();
        byGroup.forEach((group, list) -> {
            for (int from = 0; from < list.size(); from += TRIPLES) {
                segments.add(segment(group, list.subList(from, Math.min(list.size(), from + TRIPLES))));
            }
        });
        return segments;
    }

    private static Segment segment(AdjustmentGroup group, List<Adjustment> triples) {
        var elements = new @Nullable String[1 + 3 * triples.size()];
        elements[0] = group.code();
        for (int at = 0; at < triples.size(); at++) {
            elements[1 + 3 * at] = triples.get(at).reason;
            elements[2 + 3 * at] = Segment.format(triples.get(at).amount);
            elements[3 + 3 * at] = Segment.format(triples.get(at).quantity);
        }
        return Segment.of("CAS", elements);
    }
}
