package org.superbill.coding.codesystem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One release read along its primary key, without parent and attributes; its statement is closed with the connection. */
final class ReleaseRows {
    private static final int FETCH = 5_000;
    private static final String SQL = """
            select code, billable, display, long_description, valid_from, valid_to
            from code where release_id = ? order by code
            """;
    private final int place;
    private final long releaseId;
    private final ResultSet rows;
    private final LastText display;
    private final LastText longDescription;
    private CodeStore.@Nullable ReleasedCode current;

    private ReleaseRows(int place, long releaseId, Connection connection, LastText display, LastText longDescription)
            throws SQLException {
        this.place = place;
        this.releaseId = releaseId;
        this.display = display;
        this.longDescription = longDescription;
        var statement = connection.prepareStatement(SQL);
        statement.setFetchSize(FETCH);
        statement.setLong(1, releaseId);
        rows = statement.executeQuery();
    }

    /** The codes of the releases, by code and then in the order of the releases. The connection is in a transaction, without which there is no cursor. */
    static void merge(Connection connection, List<CodeRelease> releases, Consumer<CodeStore.ReleasedCode> consumer)
            throws SQLException {
        var display = new LastText();
        var longDescription = new LastText();
        var next = new PriorityQueue<ReleaseRows>(
                Comparator.comparing(ReleaseRows::code).thenComparing(ReleaseRows::place));
        for (var place = 0; place < releases.size(); place++) {
            var rows = new ReleaseRows(place, releases.get(place).id(), connection, display, longDescription);
            if (rows.advance()) {
                next.add(rows);
            }
        }
        while (!next.isEmpty()) {
            var rows = next.remove();
            consumer.accept(rows.current());
            if (rows.advance()) {
                next.add(rows);
            }
        }
    }

    private boolean advance() throws SQLException {
        current = rows.next() ? new CodeStore.ReleasedCode(releaseId, row()) : null;
        return current != null;
    }

    private CodeRow row() throws SQLException {
        var text = display.of(rows.getBytes(3));
        var longText = rows.getBytes(4);
        return new CodeRow(
                rows.getString(1),
                rows.getBoolean(2),
                text,
                longText == null ? text : longDescription.of(longText),
                rows.getObject(5, LocalDate.class),
                rows.getObject(6, LocalDate.class));
    }

    private CodeStore.ReleasedCode current() {
        return Objects.requireNonNull(current);
    }

    private String code() {
        return current().row().code();
    }

    private int place() {
        return place;
    }

    /** Most codes say the same in release after release, and these are read side by side: such a text is made once. */
    private static final class LastText {
        private byte[] bytes = {};
        private String text = "";

        /** @param utf8 the text as the database sends it */
        String of(byte[] utf8) {
            if (!Arrays.equals(bytes, utf8)) {
                bytes = utf8;
                text = new String(utf8, UTF_8);
            }
            return text;
        }
    }
}
