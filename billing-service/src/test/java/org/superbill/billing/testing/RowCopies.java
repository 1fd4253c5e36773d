package org.superbill.billing.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills tables for benches with copies of a row that the service itself has written. */
public final class RowCopies {
    private RowCopies() {}

    /**
     * The SQL of an insert of copies of rows, which are {@code original} in it.
     *
     * @param changed SQL by column, for those that a copy has another value in
     * @param of what there is a copy for each of, e.g. {@code generate_series(1, 10) n}
     * @param where which rows are copied
     */
    public static String of(Connection owner, String table, Map<String, String> changed, String of, String where)
            throws SQLException {
        var columns = columns(owner, table);
        return "insert into %s (%s) select %s from %s original, %s where %s"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream()
                                .map(column -> changed.getOrDefault(column, "original." + column))
                                .collect(Collectors.joining(", ")),
                        table,
                        of,
                        where);
    }

    /** Without those that the database makes itself. */
    private static List<String> columns(Connection owner, String table) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select array_agg(column_name::text order by ordinal_position) from information_schema.columns
                         where table_name = '%s' and is_generated = 'NEVER'""".formatted(table))) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
