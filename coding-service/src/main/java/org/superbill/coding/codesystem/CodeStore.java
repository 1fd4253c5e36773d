package org.superbill.coding.codesystem;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Every query on code releases and codes. Plain JDBC: releases come by the hundred thousand rows and are never edited. */
@ApplicationScoped
class CodeStore {
    private static final String RELEASE =
            "select id, system, label, effective_from, source, licence, sha256, codes, loaded_at, activated_at from code_release ";
    private static final int FETCH = 5_000;

    private final AgroalDataSource dataSource;

    CodeStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Newest first. */
    List<CodeRelease> releases(CodeSystem system) {
        return query(RELEASE + "where system = ? order by effective_from desc, id desc", system.id());
    }

    Optional<CodeRelease> findRelease(CodeSystem system, String label) {
        return query(RELEASE + "where system = ? and label = ?", system.id(), label).stream()
                .findFirst();
    }

    ActiveReleases activeReleases() {
        return new ActiveReleases(query(RELEASE + "where activated_at is not null"));
    }

    /** The rows of each code in every active release that has it, by release id; nothing for a code that none has. */
    Map<Codes.Question, Map<Long, CodeRow>> find(Collection<Codes.Question> questions) {
        var list = List.copyOf(questions);
        var sql = """
                select ask.n, r.id as release_id, c.code, c.billable, c.parent, c.display, c.long_description, c.valid_from, c.valid_to, c.attributes
                from unnest(?::text[], ?::text[]) with ordinality as ask (system, code, n)
                join code_release r on r.system = ask.system and r.activated_at is not null
                join code c on c.release_id = r.id and c.code = ask.code
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", list.stream().map(q -> q.system().id()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", list.stream().map(Codes.Question::code).toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<Codes.Question, Map<Long, CodeRow>>();
                while (rows.next()) {
                    found.computeIfAbsent(list.get(rows.getInt("n") - 1), question -> new HashMap<>())
                            .put(rows.getLong("release_id"), code(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Of the codes those with which no code begins in an active release of the systems: "~" sorts after all that codes are made of. */
    List<String> unknown(Collection<CodeSystem> systems, Collection<String> codes) {
        var sql = """
                select ask.code from unnest(?::text[]) with ordinality as ask (code, n)
                 where not exists (select from code_release r join code c on c.release_id = r.id
                                    where r.system = any (?::text[]) and r.activated_at is not null
                                      and c.code >= ask.code and c.code < ask.code || '~')
                 order by ask.n
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", systems.stream().map(CodeSystem::id).toArray()));
            try (var rows = statement.executeQuery()) {
                var unknown = new ArrayList<String>();
                while (rows.next()) {
                    unknown.add(rows.getString(1));
                }
                return unknown;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * The codes of the releases, by code and then in the order of the releases, without parent and attributes. Streamed, and merged here: each release is read along its
     * primary key, so that the database need not sort 200,000 rows.
     */
    void eachRow(List<CodeRelease> releases, Consumer<ReleasedCode> consumer) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try {
                ReleaseRows.merge(connection, releases, consumer);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The codes of a release in its own order. Streamed. */
    void eachInOrder(long releaseId, Consumer<CodeRow> consumer) {
        var sql = """
                select code, billable, parent, display, long_description, valid_from, valid_to, attributes
                from code where release_id = ? order by position
                """;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try (var statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH);
                statement.setLong(1, releaseId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(code(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The codes of one release, by code; read with the caller's connection, so within its transaction. */
    static Map<String, CodeRow> rows(Connection connection, long releaseId) throws SQLException {
        var codes = new HashMap<String, CodeRow>();
        var sql = """
                select code, billable, parent, display, long_description, valid_from, valid_to, attributes
                from code where release_id = ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, releaseId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = code(rows);
                    codes.put(row.code(), row);
                }
            }
        }
        return codes;
    }

    /** One at a time over all replicas, until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtext('code_release'))")) {
            statement.execute();
        }
    }

    static long insertRelease(Connection connection, NewRelease release, Instant at) throws SQLException {
        var sql = """
                insert into code_release (system, label, effective_from, source, licence, sha256, codes, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, release.system().id());
            statement.setString(2, release.label());
            statement.setObject(3, release.effectiveFrom());
            statement.setString(4, release.source());
            statement.setString(5, release.licence());
            statement.setString(6, release.sha256());
            statement.setInt(7, release.codes());
            statement.setTimestamp(8, Timestamp.from(at));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static void activate(Connection connection, long releaseId, Instant at) throws SQLException {
        try (var statement = connection.prepareStatement("update code_release set activated_at = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setLong(2, releaseId);
            statement.executeUpdate();
        }
    }

    /** Deletes a release with all its codes, which the service's role cannot do in another way. */
    static void takeBack(Connection connection, long releaseId) throws SQLException {
        try (var statement = connection.prepareStatement("select take_back_code_release(?)")) {
            statement.setLong(1, releaseId);
            statement.execute();
        }
    }

    /** What {@link #insertRelease} writes. */
    record NewRelease(
            CodeSystem system,
            String label,
            LocalDate effectiveFrom,
            String source,
            String licence,
            String sha256,
            int codes) {}

    /** A code with the release that has it. */
    record ReleasedCode(long releaseId, CodeRow row) {}

    private List<CodeRelease> query(String sql, String... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var releases = new ArrayList<CodeRelease>();
                while (rows.next()) {
                    releases.add(release(rows));
                }
                return releases;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static CodeRelease release(ResultSet row) throws SQLException {
        var activated = row.getTimestamp("activated_at");
        return new CodeRelease(
                row.getLong("id"),
                CodeSystem.of(row.getString("system")).orElseThrow(),
                row.getString("label"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("source"),
                row.getString("licence"),
                row.getString("sha256"),
                row.getInt("codes"),
                row.getTimestamp("loaded_at").toInstant(),
                activated == null ? null : activated.toInstant());
    }

    private static CodeRow code(ResultSet row) throws SQLException {
        var display = row.getString("display");
        var longDescription = row.getString("long_description");
        return new CodeRow(
                row.getString("code"),
                row.getBoolean("billable"),
                display,
                longDescription == null ? display : longDescription,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("parent"),
                row.getString("attributes"));
    }
}
