package org.superbill.coding.codesystem;

import java.io.BufferedReader;
import java.io.Reader;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Sha256;

/**
 * How a release ships: one line a code, in the order of its source, fields parted by tabs: code, {@code B} (billable) or {@code H} (header), short
 * description, long description (empty when equal to the short one), first day, last day (both empty when the code has none of its own), and only where there are
 * any, attributes as JSON.
 */
public final class CompactForm {
    private static final int FIELDS = 6;
    private static final int FIELDS_WITH_ATTRIBUTES = 7;

    private CompactForm() {}

    public static String write(List<CodeRow> rows) {
        return rows.stream().map(CompactForm::line).collect(Collectors.joining());
    }

    static String line(CodeRow row) {
        return String.join(
                        "\t",
                        row.code(),
                        row.billable() ? "B" : "H",
                        row.display(),
                        row.longDescription().equals(row.display()) ? "" : row.longDescription(),
                        text(row.validFrom()),
                        text(row.validTo()))
                + (row.attributes() == null ? "" : "\t" + row.attributes())
                + "\n";
    }

    /** The hash that says whether two releases have the same content. */
    static String sha256(List<CodeRow> rows) {
        return Sha256.hex(write(rows));
    }

    /** Lazily: the rows are read as they are asked for. The caller closes the reader. */
    static Iterator<CodeRow> read(Reader reader) {
        return new BufferedReader(reader).lines().map(CompactForm::row).iterator();
    }

    private static CodeRow row(String line) {
        var fields = line.split("\t", -1);
        if (fields.length != FIELDS && fields.length != FIELDS_WITH_ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "A row of a shipped release has %d fields, not %d".formatted(fields.length, FIELDS));
        }
        return new CodeRow(
                fields[0],
                fields[1].equals("B"),
                fields[2],
                fields[3].isEmpty() ? fields[2] : fields[3],
                date(fields[4]),
                date(fields[5]),
                null,
                fields.length == FIELDS_WITH_ATTRIBUTES ? fields[FIELDS] : null);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
