package org.superbill.billing.edittable;

import java.util.Map;
import java.util.TreeMap;

/** Medically unlikely edits of one release, in arrays sorted by the code. */
final class UnitLimits {
    private final SortedCodes codes;
    private final int[] units;
    private final byte[] indicators;
    private final String[] rationales;

    private UnitLimits(Map<Integer, Row> rows) {
        codes = new SortedCodes(rows.keySet());
        units = new int[rows.size()];
        indicators = new byte[rows.size()];
        rationales = new String[rows.size()];
        var i = 0;
        for (var row : rows.values()) {
            units[i] = row.units;
            indicators[i] = (byte) row.indicator;
            rationales[i] = row.rationale;
            i++;
        }
    }

    private record Row(int units, int indicator, String rationale) {}

    /** @param lines code, units, MAI, rationale */
    static UnitLimits of(Iterable<String> lines) {
        var rows = new TreeMap<Integer, Row>();
        var texts = new Texts();
        for (var line : lines) {
            var fields = RowText.fields(line);
            rows.put(
                    ProcedureCode.number(fields[0]),
                    new Row(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), texts.same(fields[3])));
        }
        return new UnitLimits(rows);
    }

    /** @return the place of the code for {@link #at}, or -1 */
    int place(String procedureCode) {
        return codes.place(ProcedureCode.number(procedureCode));
    }

    UnitLimit at(int place, Dated.Release<UnitLimits> release) {
        return new UnitLimit(
                codes.text(place),
                units[place],
                indicators[place],
                rationales[place],
                release.label(),
                release.effectiveFrom());
    }
}
