package org.superbill.billing.edittable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Geographic practice cost indices by contractor and locality. */
final class GeographicForm implements TableForm {
    private final int contractor;
    private final int locality;
    private final int[] values;

    private GeographicForm(Columns columns) {
        contractor = columns.beginningWith("mac", "medicareadministrativecontractor");
        locality = columns.beginningWith("localitynumber", "locality");
        values = new int[] {
            columns.containing("gpciwork", "pwgpci"),
            columns.containing("gpcipe", "pegpci"),
            columns.containing("gpcimp", "mpgpci")
        };
    }

    static @Nullable TableForm of(Columns columns) {
        var form = new GeographicForm(columns);
        return form.contractor >= 0
                        && form.locality >= 0
                        && form.values[0] >= 0
                        && form.values[1] >= 0
                        && form.values[2] >= 0
                ? form
                : null;
    }

    @Override
    public List<EditTable> tables() {
        return List.of(EditTable.GEOGRAPHIC_INDICES);
    }

    @Override
    public void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink) {
        var line = row.line();
        sink.add(
                table,
                RowText.of(
                        padded(row.field(contractor), 5, errors, line, "contractor"),
                        padded(row.field(locality), 2, errors, line, "locality"),
                        errors.decimal(line, "work", row.field(values[0])),
                        errors.decimal(line, "practiceExpense", row.field(values[1])),
                        errors.decimal(line, "malpractice", row.field(values[2]))));
    }

    /** A spreadsheet takes the zeroes away that a number begins with. */
    private static String padded(String text, int length, RowErrors errors, long line, String field) {
        if (!text.matches("[0-9]{1,%d}".formatted(length))) {
            errors.add(line, field, "this is no number of %d digits".formatted(length));
            return text;
        }
        return "0".repeat(length - text.length()) + text;
    }
}
