package org.superbill.servicekit.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One statement on the connection of the current transaction. */
final class Sql {
    private Sql() {}

    interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @throws IllegalStateException with the {@link SQLException} as its cause */
    static <T> T run(DataSource database, String sql, Query<T> query) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the inbox cannot be used", e);
        }
    }

    static int update(DataSource database, String sql, @Nullable Object... parameters) {
        return run(database, sql, statement -> {
            set(statement, parameters);
            return statement.executeUpdate();
        });
    }

    static <T> List<T> list(DataSource database, String sql, Row<T> reader, @Nullable Object... parameters) {
        return run(database, sql, statement -> {
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var list = new ArrayList<T>();
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
                return list;
            }
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
