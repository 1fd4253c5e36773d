package org.superbill.billing.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the stores of the books speak to the database: plain JDBC on the current transaction's connection. */
@ApplicationScoped
class LedgerSql {
    private static final int FETCH = 5_000;

    private final AgroalDataSource dataSource;

    LedgerSql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    <T> T run(String sql, Work<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger's SQL failed with state " + e.getSQLState(), e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        var found = new ArrayList<T>();
        each(sql, result -> found.add(row.of(result)), parameters);
        return found;
    }

    /** Row after row, a few thousand in memory at a time; needs a transaction for that. */
    void each(String sql, EachRow take, @Nullable Object... parameters) {
        run(sql, (connection, statement) -> {
            statement.setFetchSize(FETCH);
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    take.take(rows);
                }
            }
            return true;
        });
    }

    int update(String sql, @Nullable Object... parameters) {
        return run(sql, (connection, statement) -> {
            set(statement, parameters);
            return statement.executeUpdate();
        });
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    static <T> Array array(
            Connection connection, String type, Collection<T> things, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, things.stream().map(value).toArray());
    }

    /** The driver sends arrays of these three kinds as they are; all others it spells out, letter by letter. */
    static <T> Array texts(Connection connection, Collection<T> things, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        var texts = new @Nullable String[things.size()];
        var place = 0;
        for (var thing : things) {
            var text = value.apply(thing);
            texts[place++] = text == null ? null : text.toString();
        }
        return connection.createArrayOf("text", texts);
    }

    static <T> Array integers(Connection connection, Collection<T> things, Function<T, @Nullable Integer> value)
            throws SQLException {
        return connection.createArrayOf("int4", things.stream().map(value).toArray(Integer[]::new));
    }

    static <T> Array longs(Connection connection, Collection<T> things, Function<T, Long> value) throws SQLException {
        return connection.createArrayOf("int8", things.stream().map(value).toArray(Long[]::new));
    }
}
