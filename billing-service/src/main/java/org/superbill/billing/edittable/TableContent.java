package org.superbill.billing.edittable;

import java.time.LocalDate;

/**
 * A release of a table in memory.
 *
 * @param content {@link PairTable}, {@link UnitLimits}, {@link AddOns}, {@link FeeIndicators}, {@link RelativeValues} or {@link GeographicIndices}
 */
record TableContent(EditTable table, String label, LocalDate effectiveFrom, Object content) {

    /**
     * @param rows how many lines will come
     * @param lines as {@link RowText} has them; read once
     */
    static TableContent of(EditTable table, String label, LocalDate effectiveFrom, int rows, Iterable<String> lines) {
        return new TableContent(
                table,
                label,
                effectiveFrom,
                switch (table) {
                    case NCCI_PRACTITIONER, NCCI_OUTPATIENT -> pairs(rows, lines);
                    case MUE_PRACTITIONER, MUE_OUTPATIENT, MUE_DME -> UnitLimits.of(lines);
                    case ADD_ON -> AddOns.of(lines);
                    case FEE_INDICATORS -> FeeIndicators.of(lines);
                    case RELATIVE_VALUES -> RelativeValues.of(lines);
                    case GEOGRAPHIC_INDICES -> GeographicIndices.of(lines);
                });
    }

    private static PairTable pairs(int rows, Iterable<String> lines) {
        var builder = new PairTableBuilder(rows);
        var days = new RowText.Days();
        for (var line : lines) {
            var fields = RowText.fields(line);
            builder.add(
                    ProcedureCode.number(fields[0]),
                    ProcedureCode.number(fields[1]),
                    days.of(fields[2], PairSpans.SINCE_EVER),
                    days.of(fields[3], PairSpans.EVER),
                    Integer.parseInt(fields[4]),
                    fields[5]);
        }
        return builder.build();
    }
}
