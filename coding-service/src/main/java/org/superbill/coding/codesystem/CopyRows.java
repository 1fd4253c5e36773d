package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes the codes of a release by {@code COPY}, in the transaction of the connection. */
final class CopyRows {
    private static final String COPY =
            "copy code (release_id, position, code, billable, parent, display, long_description, valid_from, valid_to, attributes) from stdin";
    /** In characters. */
    private static final int BATCH = 1 << 16;

    private CopyRows() {}

    /** @return how many rows */
    static int copy(Connection connection, long releaseId, CodeSystem system, Iterator<CodeRow> rows)
            throws SQLException {
        var hierarchy = new Hierarchy(system);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            var position = 0;
            var batch = new StringBuilder(BATCH);
            while (rows.hasNext()) {
                append(batch, releaseId, ++position, hierarchy.place(rows.next()));
                if (batch.length() > BATCH || !rows.hasNext()) {
                    var bytes = batch.toString().getBytes(UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    batch.setLength(0);
                }
            }
            return (int) copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder batch, long releaseId, int position, CodeRow row) {
        batch.append(releaseId).append('\t').append(position);
        field(batch, row.code());
        batch.append(row.billable() ? "\tt" : "\tf");
        field(batch, row.parent());
        field(batch, row.display());
        field(batch, row.longDescription().equals(row.display()) ? null : row.longDescription());
        field(batch, row.validFrom());
        field(batch, row.validTo());
        field(batch, row.attributes());
        batch.append('\n');
    }

    /** A tab and a field in the text format of COPY: {@code \N} is null; backslash, tab and line ends are escaped. */
    private static void field(StringBuilder batch, @Nullable Object value) {
        batch.append('\t')
                .append(
                        value == null
                                ? "\\N"
                                : value.toString()
                                        .replace("\\", "\\\\")
                                        .replace("\t", "\\t")
                                        .replace("\n", "\\n")
                                        .replace("\r", "\\r"));
    }
}
