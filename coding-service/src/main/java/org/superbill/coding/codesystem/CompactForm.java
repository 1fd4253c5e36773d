package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Reader;
import java.time.LocalDate;
import java.util.HexFormat;
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
    /** In characters. */
    private static final int HASHED_AT_ONCE = 1 << 16;

    private CompactForm() {}

    public static String write(List<CodeRow> rows) {
        return rows.stream().map(CompactForm::line).collect(Collectors.joining());
    }

    static String line(CodeRow row) {
        var line = new StringBuilder();
        append(line, row);
        return line.toString();
    }

    private static void append(StringBuilder lines, CodeRow row) {
        lines.append(row.code()).append(row.billable() ? "\tB\t" : "\tH\t");
        lines.append(row.display()).append('\t');
        lines.append(row.longDescription().equals(row.display()) ? "" : row.longDescription());
        lines.append('\t').append(text(row.validFrom()));
        lines.append('\t').append(text(row.validTo()));
        if (row.attributes() != null) {
            lines.append('\t').append(row.attributes());
        }
        lines.append('\n');
    }

    /** The hash that says whether two releases have the same content: of all lines, which are never in memory together. */
    static String sha256(List<CodeRow> rows) {
        var digest = Sha256.digest();
        var lines = new StringBuilder(HASHED_AT_ONCE);
        for (var row : rows) {
            append(lines, row);
            if (lines.length() >= HASHED_AT_ONCE) {
                digest.update(lines.toString().getBytes(UTF_8));
                lines.setLength(0);
            }
        }
        return HexFormat.of().formatHex(digest.digest(lines.toString().getBytes(UTF_8)));
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
