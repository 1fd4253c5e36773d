package org.superbill.coding.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.search.Scorable;

/** The codes of one index that match, each with the name that matches best. */
final class CodeHits {
    private static final float UNSEEN = 0;
    private static final float NOT_WANTED = -1;
    private static final int FIRST_CAPACITY = 256;

    private final Catalogue catalogue;
    private final float[] best;
    private final int[] name;
    private int[] seen = new int[FIRST_CAPACITY];
    private int count;

    CodeHits(Catalogue catalogue) {
        this.catalogue = catalogue;
        best = new float[catalogue.size()];
        name = new int[catalogue.size()];
    }

    void add(int match, Scorable scorer, float factor, Filters filters, int day) throws IOException {
        var code = catalogue.codeOfName(match);
        var span = wanted(code, filters, day);
        if (span >= 0 && catalogue.isOf(match, span)) {
            keep(code, match, scorer.score() * catalogue.kind(match).worth() * factor);
        }
    }

    /** A code that is found by its number rather than by a name. */
    void add(int code, float score, Filters filters, int day) {
        var span = wanted(code, filters, day);
        if (span >= 0) {
            keep(code, catalogue.description(span), score);
        }
    }

    /** @return the code's span on the day, or -1 when the code is not wanted */
    private int wanted(int code, Filters filters, int day) {
        if (code == Catalogue.NO_CODE || best[code] == NOT_WANTED) {
            return -1;
        }
        var span = catalogue.spanOn(code, day);
        if (best[code] == UNSEEN && (span < 0 || !filters.accepts(catalogue, code, span))) {
            best[code] = NOT_WANTED;
            return -1;
        }
        return span;
    }

    private void keep(int code, int match, float score) {
        if (best[code] == UNSEEN) {
            see(code);
        }
        if (score > best[code]) {
            best[code] = score;
            name[code] = match;
        }
    }

    private void see(int code) {
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = code;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    int count() {
        return count;
    }

    void each(IntConsumer consumer) {
        for (var i = 0; i < count; i++) {
            consumer.accept(seen[i]);
        }
    }

    boolean has(int code) {
        return best[code] > 0;
    }

    float score(int code) {
        return best[code];
    }

    int name(int code) {
        return name[code];
    }

    void multiply(int code, float by) {
        best[code] *= by;
    }
}
