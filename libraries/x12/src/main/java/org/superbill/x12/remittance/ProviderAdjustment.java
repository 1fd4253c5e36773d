package org.superbill.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Loop;
import org.superbill.x12.Segment;

/**
 * Money that moves outside of claims (one of the up to six pairs of a PLB segment).
 *
 * @param providerId PLB01
 * @param fiscalPeriodEnd PLB02; null when it is no date
 * @param reason PLB03-1: WO overpayment recovery, FB forwarding balance, L6 interest, CS adjustment …
 * @param reference PLB03-2, often the claim's number
 * @param amount positive takes money away from the payee
 */
public record ProviderAdjustment(
        String providerId,
        @Nullable LocalDate fiscalPeriodEnd,
        String reason,
        @Nullable String reference,
        BigDecimal amount) {
    private static final int PAIRS = 6;

    /** All of a transaction set. */
    static List<ProviderAdjustment> of(Loop root) {
        var adjustments = new ArrayList<ProviderAdjustment>();
        for (var plb : root.segments("PLB")) {
            var period = isDate(plb.element(2)) ? plb.date(2) : null;
            for (int at = 3; at <= 13; at += 2) {
                if (plb.has(at) || plb.has(at + 1)) {
                    adjustments.add(new ProviderAdjustment(
                            plb.element(1),
                            period,
                            plb.component(at, 1),
                            plb.componentValue(at, 2),
                            plb.requiredDecimal(at + 1)));
                }
            }
        }
        return adjustments;
    }

    private static boolean isDate(String text) {
        return text.matches("[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    }

    /** One PLB segment per provider, period and six adjustments. */
    static List<Segment> segments(List<ProviderAdjustment> adjustments) {
        var groups = new LinkedHashMap<List<@Nullable Object>, List<ProviderAdjustment>>();
        for (var adjustment : adjustments) {
            var key = new ArrayList<@Nullable Object>();
            key.add(adjustment.providerId);
            key.add(adjustment.fiscalPeriodEnd);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(adjustment);
        }
        var segments = new ArrayList<Segment>();
        for (var group : groups.values()) {
            for (int from = 0; from < group.size(); from += PAIRS) {
                segments.add(segment(group.subList(from, Math.min(group.size(), from + PAIRS))));
            }
        }
        return segments;
    }

    private static Segment segment(List<ProviderAdjustment> pairs) {
        var elements = new @Nullable String[2 + 2 * pairs.size()];
        var period = pairs.get(0).fiscalPeriodEnd;
        elements[0] = pairs.get(0).providerId;
        elements[1] = period == null ? null : Segment.format(period);
        for (int at = 0; at < pairs.size(); at++) {
            elements[2 + 2 * at] = Segment.composite(pairs.get(at).reason, pairs.get(at).reference);
            elements[3 + 2 * at] = Segment.format(pairs.get(at).amount);
        }
        return Segment.of("PLB", elements);
    }
}
