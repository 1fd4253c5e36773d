package org.superbill.coding.officialcodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.superbill.stack.LocalPostgres;

/** All that is stored of codes at one moment, to be compared with another moment row for row. */
public final class StateOfCodes implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "code_release",
            "code",
            "code_table",
            "code_replacement",
            "code_map",
            "code_file_part",
            "code_index_release",
            "code_index_term",
            "code_fact_edition",
            "code_fact");

    private final Connection connection;

    private StateOfCodes(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a copy of every row. */
    public static StateOfCodes keep(LocalPostgres postgres) throws SQLException {
        var connection = postgres.connect("coding", "coding_owner");
        for (var table : TABLES) {
            // in text, since json has no equality
            execute(connection, "create temp table kept_%1$s as select t::text as row from %1$s t".formatted(table));
        }
        return new StateOfCodes(connection);
    }

    /** By table, how many rows are there now that were not, and were that are not; nothing for a table that is the same. */
    public TreeMap<String, Long> differences() throws SQLException {
        var differences = new TreeMap<String, Long>();
        for (var table : TABLES) {
            var sql = """
                    with now as (select t::text as row from %1$s t)
                    select (select count(*) from (select row from now except all select row from kept_%1$s) a)
                      + (select count(*) from (select row from kept_%1$s except all select row from now) b)
                    """.formatted(table);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    differences.put(table, rows.getLong(1));
                }
            }
        }
        return differences;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
