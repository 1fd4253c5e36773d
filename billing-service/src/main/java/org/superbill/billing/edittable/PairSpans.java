package org.superbill.billing.edittable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The few combinations of first day, last day and modifier indicator that millions of pairs share. */
final class PairSpans {
    /** The last day of what has none. */
    static final int EVER = Integer.MAX_VALUE;
    /** The first day of what does not say it. */
    static final int SINCE_EVER = Integer.MIN_VALUE;

    private static final int MOST = 1 << 16;

    private final int[] effective;
    private final int[] deletion;
    private final byte[] indicator;

    private PairSpans(int[] effective, int[] deletion, byte[] indicator) {
        this.effective = effective;
        this.deletion = deletion;
        this.indicator = indicator;
    }

    /** Whether all have a first day. */
    boolean begin() {
        return Arrays.stream(effective).noneMatch(day -> day == SINCE_EVER);
    }

    int effective(int span) {
        return effective[span];
    }

    int deletion(int span) {
        return deletion[span];
    }

    int indicator(int span) {
        return indicator[span];
    }

    /** Collects them. */
    static final class Builder {
        private final Map<Span, Integer> known = new HashMap<>();
        private int[] effective = new int[256];
        private int[] deletion = new int[256];
        private byte[] indicator = new byte[256];

        private record Span(int effective, int deletion, int indicator) {}

        int add(int effectiveDay, int deletionDay, int modifierIndicator) {
            var span = new Span(effectiveDay, deletionDay, modifierIndicator);
            var found = known.get(span);
            if (found != null) {
                return found;
            }
            var place = known.size();
            if (place == MOST) {
                throw new IllegalStateException("More than %d combinations of dates in one table".formatted(MOST));
            }
            if (place == effective.length) {
                effective = Arrays.copyOf(effective, place * 2);
                deletion = Arrays.copyOf(deletion, place * 2);
                indicator = Arrays.copyOf(indicator, place * 2);
            }
            effective[place] = effectiveDay;
            deletion[place] = deletionDay;
            indicator[place] = (byte) modifierIndicator;
            known.put(span, place);
            return place;
        }

        int deletion(int span) {
            return deletion[span];
        }

        PairSpans build() {
            var count = known.size();
            return new PairSpans(
                    Arrays.copyOf(effective, count), Arrays.copyOf(deletion, count), Arrays.copyOf(indicator, count));
        }
    }
}
