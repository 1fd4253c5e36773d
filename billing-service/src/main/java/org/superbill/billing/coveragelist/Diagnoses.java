package org.superbill.billing.coveragelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.superbill.coderules.CodeRange;

/**
 * For which diagnoses a procedure is covered, and for which it is not.
 *
 * @param covered empty: for all but the excluded ones
 */
record Diagnoses(Codes covered, Codes excluded) {

    boolean cover(Collection<String> diagnoses) {
        var supported = covered.isEmpty();
        for (var diagnosis : diagnoses) {
            if (excluded.contain(diagnosis)) {
                return false;
            }
            supported |= covered.contain(diagnosis);
        }
        return supported;
    }

    /** Codes, categories (with all that is under them) and ranges. */
    record Codes(Set<String> single, List<CodeRange> ranges) {
        private static final int CATEGORY = 3;

        boolean isEmpty() {
            return single.isEmpty() && ranges.isEmpty();
        }

        boolean contain(String code) {
            for (var length = CATEGORY; length <= code.length(); length++) {
                if (single.contains(code.substring(0, length))) {
                    return true;
                }
            }
            for (var range : ranges) {
                if (range.contains(code)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Gathers the rows of a procedure. */
    static final class Builder {
        private final CodesBuilder covered = new CodesBuilder();
        private final CodesBuilder excluded = new CodesBuilder();

        void add(CoverageRow row) {
            (row.covered() ? covered : excluded).add(row);
        }

        Diagnoses build() {
            return new Diagnoses(covered.build(), excluded.build());
        }
    }

    private static final class CodesBuilder {
        private final Set<String> single = new HashSet<>();
        private final List<CodeRange> ranges = new ArrayList<>();

        void add(CoverageRow row) {
            if (row.first().equals(row.last())) {
                single.add(row.first());
            } else {
                ranges.add(new CodeRange(row.first(), row.last(), null));
            }
        }

        Codes build() {
            return new Codes(Set.copyOf(single), List.copyOf(ranges));
        }
    }
}
