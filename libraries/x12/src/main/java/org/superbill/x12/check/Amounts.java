package org.superbill.x12.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.Segment;

/** Amounts as they are needed for sums: null where there is none, or none that is a number, of which the element check speaks. */
final class Amounts {
    private static final int LONGEST = 20;

    private Amounts() {}

    static @Nullable BigDecimal at(@Nullable Segment segment, int element) {
        return segment == null ? null : of(segment.element(element));
    }

    static @Nullable BigDecimal of(String text) {
        int digits = 0;
        int points = 0;
        for (int at = text.startsWith("-") ? 1 : 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return null;
            }
        }
        return digits > 0 && points <= 1 && text.length() <= LONGEST ? new BigDecimal(text) : null;
    }

    /** The sum of the adjustments of a CAS segment (CAS03, 06, 09 …); null when one of them is no number. */
    static @Nullable BigDecimal adjusted(Segment cas) {
        var sum = BigDecimal.ZERO;
        for (int element = 3; element <= 18; element += 3) {
            if (cas.has(element)) {
                var amount = at(cas, element);
                if (amount == null) {
                    return null;
                }
                sum = sum.add(amount);
            }
        }
        return sum;
    }

    /** The sum of all adjustments that stand directly in a loop; null when one of them is no number. */
    static @Nullable BigDecimal adjusted(PlacedLoop loop) {
        var sum = BigDecimal.ZERO;
        int key = Segment.key("CAS");
        for (int at = 0; at < loop.size(); at++) {
            if (loop.is(at, key)) {
                var adjusted = adjusted(loop.segment(at));
                if (adjusted == null) {
                    return null;
                }
                sum = sum.add(adjusted);
            }
        }
        return sum;
    }
}
