package org.superbill.gateway.audittrail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SQL of the audit trail; it has no update and no delete, and neither may its role. */
@ApplicationScoped
class AuditStore {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Two statements in one round trip: what the second sees is as of when the first has got the lock. */
    private static final String LOCK_AND_READ_END = """
            select pg_advisory_xact_lock(hashtextextended('audit ' || coalesce(current_setting('app.organization', true), ''), 0));
            select position, hash, array(select id from audit_event where id = any((select ?)::uuid[]))
              from audit_event order by position desc limit 1""";

    private static final String COLUMNS =
            "organization_id, position, id, at, service, actor, action, entity_type, entity_id, "
                    + "outcome, purpose, address, request_id, previous_hash, hash";

    private static final String SELECT = "select " + COLUMNS
            + ", array(select patient_id from audit_event_patient p where p.position = e.position order by patient_id) patient_ids from audit_event e ";

    private static final String APPEND = """
            insert into audit_event (%s)
            select ?, given.* from unnest(
                (select ?::bigint[]), (select ?::uuid[]), (select ?::text[]::timestamptz[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[]), (select ?::text[]), (select ?::bytea[]), (select ?::bytea[])) given""".formatted(COLUMNS);

    private static final String APPEND_PATIENTS =
            "insert into audit_event_patient (organization_id, position, patient_id) select ?, given.* from unnest((select ?::bigint[]), (select ?::uuid[])) given";

    static final int ROWS_AT_A_TIME = 1_000;

    private final AgroalDataSource database;

    AuditStore(AgroalDataSource database) {
        this.database = database;
    }

    /** A link as it is stored. */
    record Link(AuditEntry entry, byte[] previousHash, byte[] hash) {}

    /**
     * The end of a chain.
     *
     * @param position 0 for a chain that has not begun
     * @param known which of the records that were asked for are in the chain
     */
    record End(long position, byte[] hash, Set<UUID> known) {}

    /** The end of the organization's chain, which then is the caller's until the transaction ends. */
    End lockedEnd(Collection<UUID> recordIds) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_AND_READ_END)) {
            statement.setArray(1, connection.createArrayOf("uuid", recordIds.toArray()));
            statement.execute();
            statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                return row.next()
                        ? new End(row.getLong(1), row.getBytes(2), Set.of((UUID[])
                                row.getArray(3).getArray()))
                        : new End(0, AuditEntry.BEGINNING, Set.of());
            }
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    /** @param links of one organization */
    void append(List<Link> links) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, links.get(0).entry().organization());
            insert.setArray(
                    2, column(connection, "int8", links, link -> link.entry().position()));
            insert.setArray(
                    3, column(connection, "uuid", links, link -> link.entry().id()));
            insert.setArray(
                    4,
                    column(connection, "text", links, link -> link.entry().at().toString()));
            insert.setArray(
                    5, column(connection, "text", links, link -> link.entry().service()));
            insert.setArray(
                    6, column(connection, "text", links, link -> link.entry().actor()));
            insert.setArray(
                    7, column(connection, "text", links, link -> link.entry().action()));
            insert.setArray(
                    8, column(connection, "text", links, link -> link.entry().entityType()));
            insert.setArray(
                    9, column(connection, "text", links, link -> link.entry().entityId()));
            insert.setArray(
                    10, column(connection, "text", links, link -> link.entry().outcome()));
            insert.setArray(
                    11, column(connection, "text", links, link -> link.entry().purpose()));
            insert.setArray(
                    12, column(connection, "text", links, link -> link.entry().address()));
            insert.setArray(
                    13, column(connection, "text", links, link -> link.entry().requestId()));
            insert.setArray(14, hashes(connection, links, Link::previousHash));
            insert.setArray(15, hashes(connection, links, Link::hash));
            insert.executeUpdate();
            appendPatients(connection, links);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be written", e);
        }
    }

    private static void appendPatients(Connection connection, List<Link> links) throws SQLException {
        var touched = links.stream()
                .map(Link::entry)
                .flatMap(entry -> entry.patientIds().stream().map(patient -> Map.entry(entry.position(), patient)))
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(APPEND_PATIENTS)) {
            insert.setString(1, links.get(0).entry().organization());
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", touched.stream().map(Map.Entry::getKey).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", touched.stream().map(Map.Entry::getValue).toArray()));
            insert.executeUpdate();
        }
    }

    private static Array column(
            Connection connection, String type, List<Link> links, Function<Link, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, links.stream().map(value).toArray());
    }

    private static Array hashes(Connection connection, List<Link> links, Function<Link, byte[]> hash)
            throws SQLException {
        return connection.createArrayOf("bytea", links.stream().map(hash).toArray(byte[][]::new));
    }

    List<AuditEvent> list(AuditTrail.Query query, @Nullable UUID after, int limit) {
        var select = SELECT + """
                where position > coalesce((select position from audit_event where id = ?::uuid), 0)
                  and (?::text is null or position = any(array(
                          select position from audit_event where entity_id in (?, ?)
                          union select position from audit_event_patient where patient_id = ?)))
                  and (?::text is null or actor = ?)
                  and at >= coalesce(?::timestamptz, '-infinity')
                  and at < coalesce(?::timestamptz, 'infinity')
                order by position
                limit ?
                """;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(select)) {
            statement.setObject(1, after);
            statement.setString(2, query.subject());
            statement.setString(3, query.subject());
            statement.setString(4, query.subjectInCapitals());
            statement.setObject(5, query.subjectAsId());
            statement.setString(6, query.actor());
            statement.setString(7, query.actor());
            statement.setObject(8, time(query.from()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(9, time(query.to()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setInt(10, limit);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<AuditEvent>();
                while (rows.next()) {
                    var link = link(rows);
                    events.add(AuditEvent.of(link.entry(), link.hash()));
                }
                return events;
            }
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    boolean has(UUID entry) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select from audit_event where id = ?")) {
            select.setObject(1, entry);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    /** The next links of the current organization's chain. @param position of the one before the first */
    List<Link> after(long position, int limit) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(SELECT + "where position > ? order by position limit " + limit)) {
            statement.setLong(1, position);
            try (var rows = statement.executeQuery()) {
                var links = new ArrayList<Link>();
                while (rows.next()) {
                    links.add(link(rows));
                }
                return links;
            }
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        var entry = new AuditEntry(
                row.getString("organization_id"),
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("service"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("entity_type"),
                row.getString("entity_id"),
                row.getString("outcome"),
                row.getString("purpose"),
                row.getString("address"),
                row.getString("request_id"),
                List.of((UUID[]) row.getArray("patient_ids").getArray()));
        return new Link(entry, row.getBytes("previous_hash"), row.getBytes("hash"));
    }

    /** Nothing lies beyond these, and the database knows no such times. */
    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        var within = instant.isAfter(LAST) ? LAST : instant.isBefore(FIRST) ? FIRST : instant;
        return within.atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException cannotBeRead(SQLException e) {
        return new IllegalStateException("The audit trail cannot be read", e);
    }
}
