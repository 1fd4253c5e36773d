package org.superbill.billing.edittable;

import java.time.LocalDate;
import java.util.Collection;

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

    /** Whether its rows say from when they hold. */
    private boolean begins() {
        return content instanceof PairTable pairs
                ? pairs.begins()
                : content instanceof AddOns addOns && addOns.begins();
    }

    /**
     * Whether a release is looked at, beside those of the table that are newer: where rows say from when they hold the newest only; where they do not, also the one before it,
     * and no more of them, for each takes millions of rows of memory.
     */
    static boolean answers(EditTableRelease release, Collection<TableContent> newer) {
        if (!release.table().answersForAllDays()) {
            return true;
        }
        var before = newer.stream()
                .filter(content -> content.table() == release.table())
                .toList();
        return before.isEmpty() || before.size() == 1 && !before.get(0).begins();
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
