package org.superbill.billing.edittable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fee schedule's indicators of one release: few combinations, shared by many codes. */
final class FeeIndicators {
    /** How many fields a row has after code and modifier. */
    private static final int FIELDS = 9;

    private final long[] keys;
    private final char[] combinations;
    private final List<String[]> known;

    private FeeIndicators(long[] keys, char[] combinations, List<String[]> known) {
        this.keys = keys;
        this.combinations = combinations;
        this.known = known;
    }

    /** @param lines code, modifier, status, PC/TC, global days, multiple, bilateral, assistant, co-surgeons, team, endoscopic base */
    static FeeIndicators of(Iterable<String> lines) {
        var places = new HashMap<List<String>, Integer>();
        var known = new ArrayList<String[]>();
        var rows = new TreeMap<Long, Integer>();
        for (var line : lines) {
            var fields = RowText.fields(line);
            var said = Arrays.copyOfRange(fields, 2, 2 + FIELDS);
            var place = places.computeIfAbsent(List.of(said), combination -> {
                known.add(said);
                return known.size() - 1;
            });
            rows.put(FeeKey.of(fields[0], fields[1]), place);
        }
        return new FeeIndicators(FeeKey.sorted(rows.keySet()), places(rows), List.copyOf(known));
    }

    private static char[] places(Map<Long, Integer> rows) {
        var places = new char[rows.size()];
        var i = 0;
        for (var place : rows.values()) {
            places[i++] = (char) (int) place;
        }
        return places;
    }

    /** @return the place of the row for {@link #at}, or -1 */
    int place(String procedureCode, String modifier) {
        return Math.max(-1, Arrays.binarySearch(keys, FeeKey.of(procedureCode, modifier)));
    }

    String globalDays(int place) {
        return known.get(combinations[place])[2];
    }

    String bilateral(int place) {
        return known.get(combinations[place])[4];
    }

    FeeIndicator at(int place, Dated.Release<FeeIndicators> release) {
        var said = known.get(combinations[place]);
        return new FeeIndicator(
                FeeKey.procedureCode(keys[place]),
                FeeKey.modifier(keys[place]),
                said[0],
                said[1],
                said[2],
                said[3],
                said[4],
                said[5],
                said[6],
                said[7],
                said[8],
                release.label(),
                release.effectiveFrom());
    }
}
