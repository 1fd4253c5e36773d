package org.superbill.billing.edittable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Add-on codes. A row holds while the edit, its add-on and its primary do: from the edit's first day to the earliest of the three last ones. */
final class AddOnForm implements TableForm {
    private static final int MOST_TYPE = 3;

    private final int addOn;
    private final int primary;
    private final int type;
    private final int effective;
    private final int[] deletions;

    private AddOnForm(Columns columns) {
        type = columns.beginningWith("aocedittype");
        addOn = columns.beginningWith("addoncode");
        primary = columns.beginningWith("primarycode");
        effective = columns.beginningWith("aocediteff");
        deletions = new int[] {
            columns.beginningWith("aocdel"),
            columns.beginningWith("primarycodedel"),
            columns.beginningWith("aoceditdel")
        };
    }

    static @Nullable TableForm of(Columns columns) {
        var form = new AddOnForm(columns);
        return form.type >= 0 && form.addOn >= 0 && form.primary >= 0 ? form : null;
    }

    @Override
    public List<EditTable> tables() {
        return List.of(EditTable.ADD_ON);
    }

    @Override
    public void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink) {
        var line = row.line();
        var beside = row.field(primary);
        if (!beside.equals(AddOns.BY_CONTRACTOR)) {
            errors.code(line, "primary", beside);
        }
        var last = "";
        for (var column : deletions) {
            var day = errors.day(line, "deletion", row.field(column));
            if (!day.isEmpty() && (last.isEmpty() || day.compareTo(last) < 0)) {
                last = day;
            }
        }
        sink.add(
                table,
                RowText.of(
                        errors.code(line, "addOn", row.field(addOn)),
                        beside,
                        errors.integer(line, "type", row.field(type), MOST_TYPE),
                        errors.day(line, "effective", row.field(effective)),
                        last));
    }
}
