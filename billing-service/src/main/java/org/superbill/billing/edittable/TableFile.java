package org.superbill.billing.edittable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/** A file of CMS, read whole: the rows of each table in it. */
final class TableFile {
    /** Titles, copyright and names of columns together: CMS needs a dozen lines at most. */
    private static final int MOST_HEADER_LINES = 60;

    private static final int FEWEST_FIELDS = 3;
    private static final Pattern PART = Pattern.compile("[-_]f([1-9])(?![0-9a-z])");
    private static final String WHOLE = "whole";

    private final PackedFile file;
    private final String name;
    private final @Nullable EditTable wanted;
    private final Map<EditTable, RowBlocks> rows = new EnumMap<>(EditTable.class);
    private final RowErrors errors = new RowErrors();
    private String text = "";

    private TableFile(Path path, String name, @Nullable EditTable wanted) {
        this.file = new PackedFile(path, name);
        this.name = name;
        this.wanted = wanted;
    }

    /**
     * @param name as its sender calls it, which says quarter and table where the content does not
     * @param wanted the table that the sender names, or null
     * @throws Problem {@code EDIT_TABLE_FILE_UNKNOWN}, {@code EDIT_TABLE_FILE_UNREADABLE}, {@code EDIT_TABLE_FILE_INVALID},
     *     {@code EDIT_TABLE_NAME_NEEDED}
     */
    static TableFile read(Path path, String name, @Nullable EditTable wanted) throws IOException {
        var read = new TableFile(path, name, wanted);
        for (var candidate : read.file.texts()) {
            read.take(candidate);
        }
        if (read.rows.isEmpty()) {
            throw new Problem(
                    EditTableProblem.EDIT_TABLE_FILE_UNKNOWN, "No table in it has the columns of one that is known");
        }
        return read;
    }

    /** The rows by table; at least one. */
    Map<EditTable, RowBlocks> rows() {
        return rows;
    }

    /** Which part of its release: CMS parts the pairs of a quarter into files f1, f2, … */
    String part() {
        return rows.keySet().stream().anyMatch(EditTable::ofPairs)
                ? names().stream()
                        .map(candidate -> PART.matcher(candidate.toLowerCase(Locale.ROOT)))
                        .filter(found -> found.find())
                        .map(found -> "f" + found.group(1))
                        .findFirst()
                        .orElse(WHOLE)
                : WHOLE;
    }

    /** The release that its names tell, or null. */
    @Nullable
    ReleaseName release() {
        return ReleaseName.in(names());
    }

    private List<String> names() {
        return List.of(text, name);
    }

    /** A zip has the same table as text and as CSV: the first is taken. */
    private void take(String candidate) throws IOException {
        var form = TableForm.of(columns(candidate));
        if (form == null || form.tables().stream().anyMatch(rows::containsKey)) {
            return;
        }
        text = candidate;
        var table = table(form);
        form.tables().stream()
                .filter(one -> !form.oneOf() || one == table)
                .forEach(one -> rows.put(one, new RowBlocks()));
        read(form, table);
        rows.values().forEach(read -> errors.throwIfAny(read.rows()));
    }

    private Columns columns(String candidate) throws IOException {
        return file.read(candidate, content -> {
            var header = new ArrayList<TableText.Row>();
            TableText.each(content, row -> {
                var before = !isData(row) && header.size() < MOST_HEADER_LINES;
                if (before) {
                    header.add(row);
                }
                return before;
            });
            return Columns.of(header);
        });
    }

    private void read(TableForm form, EditTable table) throws IOException {
        file.read(text, content -> {
            var started = new boolean[1];
            TableText.each(content, row -> {
                started[0] = started[0] || isData(row);
                if (started[0] && row.filled() >= FEWEST_FIELDS) { // what is shorter is a note under the table
                    form.read(row, table, errors, this::add);
                }
                return true;
            });
            return table;
        });
    }

    private void add(EditTable table, String row) {
        var into = rows.get(table);
        if (into != null) {
            into.add(row);
        }
    }

    private EditTable table(TableForm form) {
        var tables = form.tables();
        if (!form.oneOf() || tables.size() == 1) {
            return tables.get(0);
        }
        if (wanted != null && tables.contains(wanted)) {
            return wanted;
        }
        return names().stream()
                .flatMap(candidate -> tables.stream().filter(table -> says(candidate, table)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        EditTableProblem.EDIT_TABLE_NAME_NEEDED,
                        "Several tables have these columns",
                        new FieldError(
                                "?table",
                                "required",
                                "Say which: "
                                        + String.join(
                                                ", ",
                                                tables.stream()
                                                        .map(EditTable::id)
                                                        .toList()))));
    }

    private static boolean says(String name, EditTable table) {
        var lower = name.toLowerCase(Locale.ROOT);
        return switch (table) {
            case NCCI_PRACTITIONER -> lower.contains("practitioner") || lower.contains("ccipra");
            case NCCI_OUTPATIENT ->
                lower.contains("outpatient") || lower.contains("hospital") || lower.contains("ccioph");
            case MUE_PRACTITIONER -> lower.contains("practitioner");
            case MUE_OUTPATIENT -> lower.contains("outpatient");
            case MUE_DME -> lower.contains("dme");
            case ADD_ON, FEE_INDICATORS, RELATIVE_VALUES, GEOGRAPHIC_INDICES -> false;
        };
    }

    /** Whether the header is over: one of the first two fields is a code. No name of a column has a digit among five capitals. */
    private static boolean isData(TableText.Row row) {
        return row.filled() >= FEWEST_FIELDS && (isCode(row.field(0)) || isCode(row.field(1)));
    }

    private static boolean isCode(String field) {
        return ProcedureCode.is(field) || field.equals(AddOns.BY_CONTRACTOR);
    }
}
