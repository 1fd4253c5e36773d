package org.superbill.gateway.audittrail;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The SQL of the audit trail; it has no update and no delete, and neither may its role. */
@ApplicationScoped
class AuditStore {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('audit ' || "
            + "coalesce(current_setting('app.organization', true), ''), 0))";

    private static final String COLUMNS =
            "organization_id, position, id, at, service, actor, action, entity_type, entity_id, "
                    + "outcome, purpose, address, request_id, previous_hash, hash";

    private static final int ROWS_AT_A_TIME = 1_000;

    private final AgroalDataSource database;

    AuditStore(AgroalDataSource database) {
        this.database = database;
    }

    /** A link as it is stored. */
    record Link(AuditEntry entry, byte[] previousHash, byte[] hash) {}

    /**
     * The end of the organization's chain, which then is the caller's until the transaction ends.
     *
     * @return empty for a chain that has not begun
     */
    Optional<Link> lockedHead() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(LOCK);
            try (var row =
                    statement.executeQuery("select " + COLUMNS + " from audit_event order by position desc limit 1")) {
                return row.next() ? Optional.of(link(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    Set<UUID> known(Collection<UUID> ids) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select id from audit_event where id = any((select ?)::uuid[])")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = select.executeQuery()) {
                var known = new HashSet<UUID>();
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
                return known;
            }
        } catch (SQLException e) {
            throw cannotBeRead(e);
        }
    }

    void append(List<Link> links) {
        var insert = "insert into audit_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(insert)) {
            for (var link : links) {
                var entry = link.entry();
                var values = Arrays.asList(
                        entry.organization(),
                        entry.position(),
                        entry.id(),
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.service(),
                        entry.actor(),
                        entry.action(),
                        entry.entityType(),
                        entry.entityId(),
                        entry.outcome(),
                        entry.purpose(),
                        entry.address(),
                        entry.requestId(),
                        link.previousHash(),
                        link.hash());
                for (var i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be written", e);
        }
    }

    List<AuditEvent> list(AuditTrail.Query query, @Nullable UUID after, int limit) {
        var select = "select " + COLUMNS + """
                 from audit_event
                where position > coalesce((select position from audit_event where id = ?::uuid), 0)
                  and (?::text is null or entity_id = ?)
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
            statement.setString(4, query.actor());
            statement.setString(5, query.actor());
            statement.setObject(6, time(query.from()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(7, time(query.to()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setInt(8, limit);
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

    /** Walks the chain from its beginning, a few rows at a time, as long as {@code goOn} says so. */
    void walk(BiPredicate<Link, Long> goOn) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery("select " + COLUMNS + " from audit_event order by position")) {
                var count = 0L;
                while (rows.next() && goOn.test(link(rows), ++count)) {
                    // the predicate does the work
                }
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
                row.getString("request_id"));
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
