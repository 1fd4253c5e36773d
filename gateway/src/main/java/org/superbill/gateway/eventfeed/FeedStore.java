package org.superbill.gateway.eventfeed;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.inbox.RawEvent;

/** The SQL of the feed. Row-level security keeps each caller to its own organization. */
@ApplicationScoped
class FeedStore {

    /**
     * Positions are given while the organization's lock is held, so that they become visible in their order: a reader who has
     * seen position 7 never finds a 6 appearing behind it, whichever gateway wrote it. Both statements go in one round trip.
     */
    private static final String LOCK_AND_INSERT = """
            select pg_advisory_xact_lock(hashtextextended('feed ' || coalesce(current_setting('app.organization', true), ''), 0));
            insert into feed_event (organization_id, id, topic, type, subject, sequence, time, source)
            select coalesce(current_setting('app.organization', true), ''), id, topic, type, subject, sequence, time, source
            from unnest((select ?::uuid[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::bigint[]),
                        (select ?::timestamptz[]), (select ?::text[]))
                 with ordinality as e (id, topic, type, subject, sequence, time, source, n)
            order by n
            on conflict do nothing
            """;

    private static final String SELECT = """
            select id, type, subject, time, organization_id, sequence, source, topic
            from feed_event
            where position > coalesce((select position from feed_event where id = ?::uuid), 0)
              and subject = coalesce(?, subject)
              and type = coalesce(?, type)
              and topic = coalesce(?, topic)
            order by position
            limit ?
            """;

    private final AgroalDataSource database;

    FeedStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds those that are not there yet, in this order. */
    void add(List<RawEvent> events) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(LOCK_AND_INSERT)) {
            insert.setArray(
                    1, array(connection, "uuid", events, e -> e.envelope().id()));
            insert.setArray(2, array(connection, "text", events, RawEvent::topic));
            insert.setArray(
                    3, array(connection, "text", events, e -> e.envelope().type()));
            insert.setArray(
                    4, array(connection, "text", events, e -> e.envelope().subject()));
            insert.setArray(
                    5, array(connection, "bigint", events, e -> e.envelope().sequence()));
            insert.setArray(
                    6,
                    array(
                            connection,
                            "timestamptz",
                            events,
                            e -> e.envelope().time().toString()));
            insert.setArray(
                    7, array(connection, "text", events, e -> e.envelope().source()));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The feed cannot be written", e);
        }
    }

    boolean has(UUID event) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from feed_event where id = ?")) {
            select.setObject(1, event);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("The feed cannot be read", e);
        }
    }

    List<FeedEvent> list(Feed.Query query, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            select.setObject(1, query.after());
            select.setString(2, query.subject());
            select.setString(3, query.type());
            select.setString(4, query.topic());
            select.setInt(5, limit);
            try (var rows = select.executeQuery()) {
                var events = new ArrayList<FeedEvent>();
                while (rows.next()) {
                    events.add(event(rows));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The feed cannot be read", e);
        }
    }

    private static FeedEvent event(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("time", java.time.OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                UUID.fromString(row.getString("organization_id")),
                row.getLong("sequence"),
                row.getString("source"),
                row.getString("topic"));
    }

    private static java.sql.Array array(
            Connection connection, String type, List<RawEvent> events, Function<RawEvent, @Nullable Object> field)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(field).toArray());
    }
}
