package org.superbill.billing.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain JDBC on the current transaction's connection, where there is one. */
@ApplicationScoped
public class Sql {
    private static final int FETCH = 5_000;

    private final AgroalDataSource dataSource;

    Sql(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public interface EachRow {
        void take(ResultSet row) throws SQLException;
    }

    public <T> T run(String sql, Work<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("SQL failed with state " + e.getSQLState(), e);
        }
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        var found = new ArrayList<T>();
        each(sql, result -> found.add(row.of(result)), parameters);
        return found;
    }

    /** Row after row, a few thousand in memory at a time; needs a transaction for that. */
    public void each(String sql, EachRow take, @Nullable Object... parameters) {
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

    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, (connection, statement) -> {
            set(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** All rows of a query whose parameters are set. */
    public static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    /** As PostgreSQL takes it. */
    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    public static <T> Array array(
            Connection connection, String type, Collection<T> things, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, things.stream().map(value).toArray());
    }

    /** The driver sends arrays of these three kinds as they are; all others it spells out, letter by letter. */
    public static <T> Array texts(
            Connection connection, Collection<T> things, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        var texts = new @Nullable String[things.size()];
        var place = 0;
        for (var thing : things) {
            var text = value.apply(thing);
            texts[place++] = text == null ? null : text.toString();
        }
        return connection.createArrayOf("text", texts);
    }

    public static <T> Array integers(Connection connection, Collection<T> things, Function<T, @Nullable Integer> value)
            throws SQLException {
        return connection.createArrayOf("int4", things.stream().map(value).toArray(Integer[]::new));
    }

    public static <T> Array longs(Connection connection, Collection<T> things, Function<T, Long> value)
            throws SQLException {
        return connection.createArrayOf("int8", things.stream().map(value).toArray(Long[]::new));
    }
}
