package org.superbill.coding.codesystem;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every query on tables of facts about codes. */
@ApplicationScoped
class CodeTableStore {
    private static final String TABLE = "select id, kind, release, effective_from, source, sha256 from code_table ";
    private static final String REPLACEMENT =
            "select code_from, code_to, replaced_by, together_with, effective_on from code_replacement where table_id = ? ";
    private static final String MAPPING =
            "select source_code, target_code, target_title, relation from code_map where table_id = ? ";
    private static final int BATCH = 1_000;

    private final AgroalDataSource dataSource;
    private final Clock clock;

    CodeTableStore(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** An edition in the database. */
    record Loaded(long id, CodeTable table, String sha256) {}

    /** Writes one row. */
    private interface Writing<T> {
        void row(PreparedStatement statement, T row) throws SQLException;
    }

    Optional<Loaded> newest(String kind) {
        return first(query(
                TABLE + "where kind = ? order by effective_from desc, id desc limit 1", CodeTableStore::loaded, kind));
    }

    Optional<Loaded> inForce(String kind, LocalDate on) {
        return first(query(
                TABLE + "where kind = ? and effective_from <= ? order by effective_from desc, id desc limit 1",
                CodeTableStore::loaded,
                kind,
                on));
    }

    Optional<Loaded> find(String kind, String release) {
        return first(query(TABLE + "where kind = ? and release = ?", CodeTableStore::loaded, kind, release));
    }

    List<Loaded> all() {
        return query(TABLE + "order by effective_from desc, id desc", CodeTableStore::loaded);
    }

    /** Deletes an edition with all its rows, which the service's role cannot do in another way. */
    void takeBack(long table) {
        query("select take_back_code_table(?)", row -> table, table);
    }

    List<Replacement> replacements(long table) {
        return query(REPLACEMENT + "order by position", CodeTableStore::replacement, table);
    }

    List<Replacement> replacementsOf(long table, CodeSystem system, String code) {
        return query(
                REPLACEMENT + "and system = ? and code_from <= ? and code_to >= ? order by position",
                CodeTableStore::replacement,
                table,
                system.id(),
                code,
                code);
    }

    List<Replacement> replacedBy(long table, CodeSystem system, String code) {
        return query(
                REPLACEMENT + "and system = ? and replaced_by = ? order by position",
                CodeTableStore::replacement,
                table,
                system.id(),
                code);
    }

    List<CodeMapping> mappings(long table) {
        return query(MAPPING + "order by position", CodeTableStore::mapping, table);
    }

    List<CodeMapping> mappingsOf(long table, String code) {
        return query(MAPPING + "and source_code = ? order by position", CodeTableStore::mapping, table, code);
    }

    long insert(Connection connection, CodeTable table, String sha256, int rows) throws SQLException {
        var sql = """
                insert into code_table (kind, release, effective_from, source, sha256, rows, loaded_at) values (?, ?, ?, ?, ?, ?, ?) returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.kind());
            statement.setString(2, table.release());
            statement.setObject(3, table.effectiveFrom());
            statement.setString(4, table.source());
            statement.setString(5, sha256);
            statement.setInt(6, rows);
            statement.setTimestamp(7, Timestamp.from(clock.instant()));
            try (var inserted = statement.executeQuery()) {
                inserted.next();
                return inserted.getLong(1);
            }
        }
    }

    static void copyReplacements(Connection connection, long table, CodeSystem system, List<Replacement> rows)
            throws SQLException {
        var sql = """
                insert into code_replacement (table_id, position, system, code_from, code_to, replaced_by, together_with, effective_on)
                values (?, ?, '%s', ?, ?, ?, ?, ?)
                """.formatted(system.id());
        copy(connection, sql, table, rows, (statement, row) -> {
            statement.setString(3, row.from());
            statement.setString(4, row.to());
            statement.setString(5, row.replacedBy());
            statement.setString(6, row.togetherWith());
            statement.setObject(7, row.effectiveOn());
        });
    }

    static void copyMap(Connection connection, long table, List<CodeMapping> rows) throws SQLException {
        var sql = """
                insert into code_map (table_id, position, source_code, target_code, target_title, relation) values (?, ?, ?, ?, ?, ?)
                """;
        copy(connection, sql, table, rows, (statement, row) -> {
            statement.setString(3, row.source());
            statement.setString(4, row.target());
            statement.setString(5, row.title());
            statement.setString(6, row.relation());
        });
    }

    private static <T> void copy(Connection connection, String sql, long table, List<T> rows, Writing<T> writing)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < rows.size(); i++) {
                statement.setLong(1, table);
                statement.setInt(2, i + 1);
                writing.row(statement, rows.get(i));
                statement.addBatch();
                if ((i + 1) % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private <T> List<T> query(String sql, Query.Reading<T> reading, Object... parameters) {
        return Query.list(dataSource, sql, reading, parameters);
    }

    private static <T> Optional<T> first(List<T> list) {
        return list.stream().findFirst();
    }

    private static Loaded loaded(ResultSet row) throws SQLException {
        return new Loaded(
                row.getLong("id"),
                new CodeTable(
                        row.getString("kind"),
                        row.getString("release"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getString("source")),
                row.getString("sha256"));
    }

    private static Replacement replacement(ResultSet row) throws SQLException {
        return new Replacement(
                row.getString("code_from"),
                row.getString("code_to"),
                row.getString("replaced_by"),
                row.getString("together_with"),
                row.getObject("effective_on", LocalDate.class));
    }

    private static CodeMapping mapping(ResultSet row) throws SQLException {
        return new CodeMapping(
                row.getString("source_code"),
                row.getString("target_code"),
                row.getString("target_title"),
                row.getString("relation"));
    }
}
