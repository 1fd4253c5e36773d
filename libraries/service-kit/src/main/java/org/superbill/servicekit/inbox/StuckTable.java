package org.superbill.servicekit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.outbox.RecordHeadersJson;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** What could not be applied yet, of the current organization. */
@ApplicationScoped
class StuckTable {
    private static final String COLUMNS =
            "id, topic, subject, sequence, type, state = 'dead-lettered', died_at is not null, headers, payload";

    private final AgroalDataSource database;
    private final AgroalDataSource relay;
    private final CurrentOrganization organization;

    StuckTable(
            AgroalDataSource database, @DataSource("relay") AgroalDataSource relay, CurrentOrganization organization) {
        this.database = database;
        this.relay = relay;
        this.organization = organization;
    }

    /** @param waitsFor the subject of the state event that is missing */
    void park(Arrived event, StuckReason reason, @Nullable UUID waitsFor) {
        insert(Letter.of(event), "parked", reason, waitsFor == null ? null : waitsFor.toString());
    }

    /** @return whether it was not stuck before: what comes again is told once */
    boolean bury(Letter letter, StuckReason reason) {
        return insert(letter, "dead-lettered", reason, null);
    }

    private boolean insert(Letter letter, String state, StuckReason reason, @Nullable String waitsFor) {
        return Sql.run(database, """
                insert into stuck_event (id, organization_id, state, topic, subject, sequence, type, headers, payload, reason,
                    waits_for, code, died_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'dead-lettered' then clock_timestamp() end)
                on conflict do nothing""", statement -> {
            statement.setObject(1, letter.id());
            statement.setString(2, organization.text());
            statement.setString(3, state);
            statement.setString(4, letter.topic());
            statement.setString(5, letter.subject());
            statement.setLong(6, letter.sequence());
            statement.setString(7, letter.type());
            statement.setString(8, RecordHeadersJson.write(letter.headers()));
            statement.setBytes(9, letter.data());
            statement.setString(10, reason.text());
            statement.setString(11, waitsFor);
            statement.setString(12, reason.code().text());
            statement.setString(13, state);
            return statement.executeUpdate() > 0;
        });
    }

    /** The first of its aggregate, locked; null when nothing is stuck. */
    @Nullable
    Stuck head(String topic, String subject) {
        return firstOrNull(
                Sql.list(database, "select " + COLUMNS + """
                         from stuck_event where organization_id = ? and topic = ? and subject = ?
                        order by sequence, id limit 1 for update""", StuckTable::read, organization.text(), topic, subject));
    }

    @Nullable
    Stuck find(UUID id) {
        return firstOrNull(Sql.list(
                database,
                "select " + COLUMNS + " from stuck_event where organization_id = ? and id = ?",
                StuckTable::read,
                organization.text(),
                id));
    }

    Optional<Replayed> stateAndReason(UUID id) {
        return Sql.list(
                        database,
                        "select state, code, reason from stuck_event where organization_id = ? and id = ?",
                        row -> new Replayed(id, row.getString(1), row.getString(2), row.getString(3)),
                        organization.text(),
                        id)
                .stream()
                .findFirst();
    }

    /** The aggregates of which an event waits for this state. */
    List<Aggregate> waitingFor(String subject) {
        return Sql.list(database, """
                select distinct organization_id, topic, subject from stuck_event
                where organization_id = ? and waits_for = ? and state = 'parked'""", StuckTable::aggregate, organization.text(), subject);
    }

    /** Of all organizations: where something is parked whose next attempt is due, after pauses that double up to five minutes. */
    List<Aggregate> due(int limit) {
        return Sql.list(relay, """
                select organization_id, topic, subject from (
                    select distinct on (organization_id, topic, subject) * from stuck_event
                    order by organization_id, topic, subject, sequence, id) as heads
                where state = 'parked'
                    and tried_at < clock_timestamp() - least(interval '1 second' * 2 ^ least(attempts, 10), interval '5 minutes')
                order by tried_at limit ?""", StuckTable::aggregate, limit);
    }

    void tried(UUID id, StuckReason reason, @Nullable UUID waitsFor) {
        Sql.update(
                database,
                """
                update stuck_event set attempts = attempts + 1, tried_at = clock_timestamp(), code = ?, reason = ?, waits_for = ?
                where organization_id = ? and id = ?""",
                reason.code().text(),
                reason.text(),
                waitsFor == null ? null : waitsFor.toString(),
                organization.text(),
                id);
    }

    void die(UUID id, StuckReason reason) {
        Sql.update(database, """
                update stuck_event set state = 'dead-lettered', attempts = attempts + 1, tried_at = clock_timestamp(), code = ?,
                    reason = ?, waits_for = null, died_at = coalesce(died_at, clock_timestamp())
                where organization_id = ? and id = ?""", reason.code().text(), reason.text(), organization.text(), id);
    }

    /** A dead letter waits for its next attempt like what is parked. */
    void revive(UUID id) {
        Sql.update(
                database,
                "update stuck_event set state = 'parked' where organization_id = ? and id = ?",
                organization.text(),
                id);
    }

    void delete(UUID id) {
        Sql.update(database, "delete from stuck_event where organization_id = ? and id = ?", organization.text(), id);
    }

    private static @Nullable Stuck firstOrNull(List<Stuck> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private static Aggregate aggregate(ResultSet row) throws SQLException {
        return new Aggregate(row.getString(1), row.getString(2), row.getString(3));
    }

    private static Stuck read(ResultSet row) throws SQLException {
        return new Stuck(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getBytes(9));
    }
}
