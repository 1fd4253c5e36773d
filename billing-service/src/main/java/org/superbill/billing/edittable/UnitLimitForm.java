package org.superbill.billing.edittable;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Medically unlikely edits. CMS's own header names the table; a header that does not fits all three. */
final class UnitLimitForm implements TableForm {
    private static final int MOST_UNITS = 99_999;
    private static final int MOST_INDICATOR = 3;

    private final int code;
    private final int units;
    private final int indicator;
    private final int rationale;
    private final List<EditTable> tables;

    private UnitLimitForm(Columns columns) {
        code = columns.beginningWith("hcpcs", "cpt");
        units = columns.containing("muevalue", "mueunits");
        indicator = columns.containing("adjudicationindicator", "muemai");
        rationale = columns.containing("muerationale");
        if (columns.containing("practitionerservices") >= 0) {
            tables = List.of(EditTable.MUE_PRACTITIONER);
        } else if (columns.containing("outpatienthospital") >= 0) {
            tables = List.of(EditTable.MUE_OUTPATIENT);
        } else if (columns.containing("dmesupplier", "mueservice") >= 0) {
            tables = List.of(EditTable.MUE_DME);
        } else {
            tables = List.of(EditTable.MUE_PRACTITIONER, EditTable.MUE_OUTPATIENT, EditTable.MUE_DME);
        }
    }

    static @Nullable TableForm of(Columns columns) {
        var form = new UnitLimitForm(columns);
        return form.code >= 0 && form.units >= 0 && form.indicator >= 0 ? form : null;
    }

    @Override
    public List<EditTable> tables() {
        return tables;
    }

    @Override
    public boolean oneOf() {
        return true;
    }

    @Override
    public void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink) {
        var line = row.line();
        var said = row.field(indicator);
        var number = said.isEmpty() ? "" : said.substring(0, 1); // "2 Date of Service Edit: Policy"
        errors.integer(line, "mai", number, MOST_INDICATOR);
        sink.add(
                table,
                RowText.of(
                        errors.code(line, "code", row.field(code)),
                        errors.integer(line, "units", row.field(units), MOST_UNITS),
                        number,
                        row.field(rationale).replaceAll("\\s+", " ")));
    }
}
