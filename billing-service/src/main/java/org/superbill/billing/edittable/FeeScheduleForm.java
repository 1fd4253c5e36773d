package org.superbill.billing.edittable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The physician fee schedule: values and indicators in one file, as CMS publishes it, or each in a file of its own. */
final class FeeScheduleForm implements TableForm {
    private final int code;
    private final int modifier;
    private final int[] indicators;
    private final int[] values;

    private FeeScheduleForm(Columns columns) {
        code = columns.beginningWith("hcpcs");
        modifier = columns.beginningWith("mod");
        indicators = new int[] {
            columns.endingWith("statuscode", "status"),
            columns.endingWith("pctcind", "pctc"),
            columns.endingWith("globdays", "globaldays", "glob"),
            columns.endingWith("multproc"),
            columns.endingWith("bilatsurg", "bilateral"),
            columns.endingWith("asstsurg", "assistantsurgeon"),
            columns.endingWith("cosurg", "cosurgeon"),
            columns.endingWith("teamsurg", "teamsurgeon"),
            columns.endingWith("endobase", "endoscopicbase")
        };
        values = new int[] {
            columns.endingWith("workrvu", "rvuwork"),
            columns.endingWith("nonfacpervu", "rvunonpe", "rvupenonfacility"),
            columns.endingWith("facilitypervu", "rvufacpe", "rvupefacility"),
            columns.endingWith("mprvu", "rvump"),
            columns.endingWith("convfactor", "conversionfactor", "cf")
        };
    }

    static @Nullable TableForm of(Columns columns) {
        var form = new FeeScheduleForm(columns);
        return form.code >= 0 && form.modifier >= 0 && (whole(form.indicators) || whole(form.values)) ? form : null;
    }

    private static boolean whole(int[] columns) {
        return IntStream.of(columns).allMatch(column -> column >= 0);
    }

    @Override
    public List<EditTable> tables() {
        var tables = new ArrayList<EditTable>();
        if (whole(indicators)) {
            tables.add(EditTable.FEE_INDICATORS);
        }
        if (whole(values)) {
            tables.add(EditTable.RELATIVE_VALUES);
        }
        return tables;
    }

    @Override
    public void read(TableText.Row row, EditTable table, RowErrors errors, Sink sink) {
        var line = row.line();
        var about = RowText.of(errors.code(line, "code", row.field(code)), modifier(row, errors));
        if (whole(indicators)) {
            var said = IntStream.of(indicators).mapToObj(row::field).toArray(String[]::new);
            sink.add(EditTable.FEE_INDICATORS, RowText.of(about, RowText.of(said)));
        }
        if (whole(values)) {
            var said = IntStream.of(values)
                    .mapToObj(column -> errors.decimal(line, "value", row.field(column)))
                    .toArray(String[]::new);
            sink.add(EditTable.RELATIVE_VALUES, RowText.of(about, RowText.of(said)));
        }
    }

    private String modifier(TableText.Row row, RowErrors errors) {
        var text = row.field(modifier);
        if (!text.matches("([0-9A-Z]{2})?")) {
            errors.add(row.line(), "modifier", "a modifier has two digits or capital letters");
        }
        return text;
    }
}
