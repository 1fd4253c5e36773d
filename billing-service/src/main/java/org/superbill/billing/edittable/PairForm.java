package org.superbill.billing.edittable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** NCCI procedure-to-procedure edits, with or without the column of effective dates. Practitioners' and hospitals' look alike. */
final class PairForm implements TableForm {
    private final int column1;
    private final int column2;
    private final int effective;
    private final int deletion;
    private final int indicator;
    private final int rationale;
    private final Map<String, String> days = new HashMap<>();

    private PairForm(Columns columns) {
        column1 = columns.containing("column1");
        column2 = columns.containing("column2");
        effective = columns.containing("effectivedate");
        deletion = columns.containing("deletiondate");
        indicator = columns.containing("modifier");
        rationale = columns.containing("rationale");
    }

    static @Nullable TableForm of(Columns columns) {
        var form = new PairForm(columns);
        return form.column1 >= 0 && form.column2 > form.column1 && form.deletion >= 0 && form.indicator >= 0
                ? form
                : null;
    }

    @Override
    public List<EditTable> tables() {
        return List.of(EditTable.NCCI_PRACTITIONER, EditTable.NCCI_OUTPATIENT);
    }

    @Override
    public boolean oneOf() {
        return true;
    }

    @Override
    public void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink) {
        var line = row.line();
        var may = row.field(indicator);
        if (!may.equals("0") && !may.equals("1") && !may.equals("9")) {
            errors.add(line, "modifierIndicator", "the modifier indicator is 0, 1 or 9");
        }
        sink.add(
                table,
                RowText.of(
                        errors.code(line, "column1", row.field(column1)),
                        errors.code(line, "column2", row.field(column2)),
                        day(row, effective, errors),
                        day(row, deletion, errors),
                        may,
                        row.field(rationale).replace('\t', ' ')));
    }

    /** There are few days and millions of rows. */
    private String day(TableText.Row row, int column, RowErrors errors) {
        var text = row.field(column);
        var known = days.get(text);
        if (known == null) {
            known = errors.day(row.line(), "date", text);
            if (known.isEmpty() == (text.isEmpty() || text.startsWith("9999") || text.equals("*"))) {
                days.put(text, known);
            }
        }
        return known;
    }
}
