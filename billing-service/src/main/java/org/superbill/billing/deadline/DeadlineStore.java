package org.superbill.billing.deadline;

import static org.superbill.billing.sql.Sql.instant;
import static org.superbill.billing.sql.Sql.rows;
import static org.superbill.billing.sql.Sql.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.sql.Sql;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.revision.Revision;

/** Every statement of deadlines; set-based, for claims come by the thousand. */
@ApplicationScoped
class DeadlineStore {
    private static final String GIVEN = """
            with given as (select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[]::date[], ?::text[]::date[], ?::text[], ?::text[])
                as given (id, kind, subject_id, due_on, alarm_on, owner_role, basis))
            """;
    private static final String INTO =
            "insert into deadline (id, kind, subject_id, due_on, alarm_on, owner_role, basis, state, opened_at)";
    private static final String UNLESS_RUNNING =
            "on conflict (organization_id, kind, subject_id) where closed_at is null do nothing";
    /** The count makes it withdraw before it inserts: one of a kind runs for a subject. */
    private static final String OPEN = GIVEN + """
            ,
            withdrawn as (update deadline set state = 'WITHDRAWN', closed_at = ?, closed_because = 'Another day has taken its place', revision = revision + 1
              from given
             where deadline.kind = given.kind and deadline.subject_id = given.subject_id and closed_at is null
               and deadline.due_on <> given.due_on
             returning deadline.id)
            """ + INTO + """

            select id, kind, subject_id, due_on, alarm_on, owner_role, basis, 'OPEN', ? from given where (select count(*) from withdrawn) >= 0
            """ + UNLESS_RUNNING;

    private static final String OPEN_UNLESS_RUNNING = GIVEN + INTO + """

            select id, kind, subject_id, due_on, alarm_on, owner_role, basis, 'OPEN', ? from given
            """ + UNLESS_RUNNING;

    private static final String MEET = """
            update deadline set state = case state when 'OPEN' then 'MET' else 'MET_LATE' end, closed_at = ?, revision = revision + 1
             where kind = ? and subject_id = any(?) and closed_at is null""";
    private static final String WITHDRAW = """
            update deadline set state = 'WITHDRAWN', closed_at = ?, closed_because = ?, revision = revision + 1
             where kind = ? and subject_id = any(?) and closed_at is null""";
    private static final String ALARM = """
            update deadline set alarmed_at = ?, revision = revision + 1
             where id in (select id from deadline where state = 'OPEN' and alarmed_at is null and alarm_on <= ?
                          order by alarm_on limit ? for no key update skip locked)""";
    private static final String DUE = """
            select id, kind, subject_id, due_on from deadline where state = 'OPEN' and due_on < ? order by due_on limit ?""";
    private static final String PASS = """
            update deadline set state = 'PASSED', passed_at = ?, alarmed_at = coalesce(alarmed_at, ?), revision = revision + 1
             where id in (select id from deadline where id = any(?) and state = 'OPEN' for no key update skip locked)
            returning id, kind, subject_id, due_on""";
    private static final String COLUMNS = """
            select id, kind, subject_id, due_on, alarm_on, owner_role, assignee, basis, state, opened_at, alarmed_at, passed_at,
                closed_at, closed_because, revision from deadline
            """;
    private static final String LIST = COLUMNS + """
             where id > ? and (?::text is null or kind = ?) and (?::text is null or state = ?) and (?::text is null or owner_role = ?)
               and (?::uuid is null or subject_id = ?) and (?::date is null or due_on <= ?)
               and (?::boolean is null or (alarmed_at is not null) = ?)
             order by id limit ?""";

    private final Sql sql;

    DeadlineStore(Sql sql) {
        this.sql = sql;
    }

    /** Those that run already stay; those with another day are withdrawn. */
    void open(Collection<DeadlineOpening> openings, Instant at) {
        sql.run(OPEN, (connection, statement) -> {
            given(connection, statement, openings);
            statement.setObject(8, utc(at));
            statement.setObject(9, utc(at));
            return statement.executeUpdate();
        });
    }

    /** Those that run already stay, whatever their day. */
    void openUnlessRunning(Collection<DeadlineOpening> openings, Instant at) {
        sql.run(OPEN_UNLESS_RUNNING, (connection, statement) -> {
            given(connection, statement, openings);
            statement.setObject(8, utc(at));
            return statement.executeUpdate();
        });
    }

    private static void given(Connection connection, PreparedStatement statement, Collection<DeadlineOpening> openings)
            throws SQLException {
        set(connection, statement, 1, "uuid", openings, opening -> Ids.next());
        set(
                connection,
                statement,
                2,
                "text",
                openings,
                opening -> opening.kind().name());
        set(connection, statement, 3, "uuid", openings, DeadlineOpening::subjectId);
        set(
                connection,
                statement,
                4,
                "text",
                openings,
                opening -> opening.dueOn().toString());
        set(
                connection,
                statement,
                5,
                "text",
                openings,
                opening -> opening.alarmOn().toString());
        set(
                connection,
                statement,
                6,
                "text",
                openings,
                opening -> opening.kind().owner().name());
        set(connection, statement, 7, "text", openings, DeadlineOpening::basis);
    }

    void meet(DeadlineKind kind, Collection<UUID> subjects, Instant at) {
        sql.run(MEET, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setString(2, kind.name());
            set(connection, statement, 3, "uuid", subjects, id -> id);
            return statement.executeUpdate();
        });
    }

    void withdraw(DeadlineKind kind, Collection<UUID> subjects, String because, Instant at) {
        sql.run(WITHDRAW, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setString(2, because);
            statement.setString(3, kind.name());
            set(connection, statement, 4, "uuid", subjects, id -> id);
            return statement.executeUpdate();
        });
    }

    int alarm(LocalDate today, Instant at, int limit) {
        return sql.run(ALARM, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setObject(2, today);
            statement.setInt(3, limit);
            return statement.executeUpdate();
        });
    }

    /** One whose day is over. */
    record Over(UUID id, DeadlineKind kind, UUID subjectId, LocalDate dueOn) {
        private static Over of(ResultSet row) throws SQLException {
            return new Over(
                    row.getObject(1, UUID.class),
                    DeadlineKind.valueOf(row.getString(2)),
                    row.getObject(3, UUID.class),
                    row.getObject(4, LocalDate.class));
        }
    }

    /** What has to pass, the longest over first. */
    List<Over> due(LocalDate today, int limit) {
        return sql.run(DUE, (connection, statement) -> {
            statement.setObject(1, today);
            statement.setInt(2, limit);
            return rows(statement, Over::of);
        });
    }

    /** Those of them that nobody has closed, or is closing now. */
    List<Over> pass(Collection<UUID> ids, Instant at) {
        return sql.run(PASS, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setObject(2, utc(at));
            set(connection, statement, 3, "uuid", ids, id -> id);
            return rows(statement, Over::of);
        });
    }

    List<DeadlineView> list(DeadlineFilter filter, UUID after, int limit) {
        return sql.run(LIST, (connection, statement) -> {
            statement.setObject(1, after);
            var place = 2;
            for (var value : new @Nullable Object[] {
                filter.kind() == null ? null : filter.kind().name(),
                filter.state() == null ? null : filter.state().name(),
                filter.owner() == null ? null : filter.owner().name(),
                filter.subjectId(),
                filter.dueBy(),
                filter.alarmed()
            }) {
                statement.setObject(place++, value);
                statement.setObject(place++, value);
            }
            statement.setInt(place, limit);
            return rows(statement, DeadlineStore::view);
        });
    }

    Optional<DeadlineView> find(UUID id) {
        return sql.run(COLUMNS + " where id = ?", (connection, statement) -> {
            statement.setObject(1, id);
            return rows(statement, DeadlineStore::view).stream().findFirst();
        });
    }

    void lock(UUID id) {
        sql.run("select id from deadline where id = ? for no key update", (connection, statement) -> {
            statement.setObject(1, id);
            return statement.execute();
        });
    }

    void assign(UUID id, String assignee) {
        sql.run("update deadline set assignee = ?, revision = revision + 1 where id = ?", (connection, statement) -> {
            statement.setString(1, assignee);
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    void closeByHand(UUID id, boolean done, String because, Instant at) {
        var close = """
                update deadline set state = case when not ? then 'WITHDRAWN' when state = 'OPEN' then 'MET' else 'MET_LATE' end,
                    closed_at = ?, closed_because = ?, revision = revision + 1 where id = ?""";
        sql.run(close, (connection, statement) -> {
            statement.setBoolean(1, done);
            statement.setObject(2, utc(at));
            statement.setString(3, because);
            statement.setObject(4, id);
            return statement.executeUpdate();
        });
    }

    private static DeadlineView view(ResultSet row) throws SQLException {
        var kind = DeadlineKind.valueOf(row.getString(2));
        return new DeadlineView(
                row.getObject(1, UUID.class),
                kind,
                kind.subject(),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                DeadlineOwner.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                DeadlineState.valueOf(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                instant(row, 11),
                instant(row, 12),
                instant(row, 13),
                row.getString(14),
                new Revision(row.getLong(15)));
    }

    private static <T> void set(
            Connection connection,
            PreparedStatement statement,
            int place,
            String type,
            Collection<T> things,
            Function<T, Object> value)
            throws SQLException {
        statement.setArray(
                place, connection.createArrayOf(type, things.stream().map(value).toArray()));
    }

    /** Of those that are about a claim, or a denial of one; an answer names its subject itself. */
    @Produces
    @Singleton
    static PatientRows patientsOfDeadlines() {
        return new PatientRows("""
                select c.patient_id
                  from deadline d left join denial n on n.id = d.subject_id join claim c on c.id in (d.subject_id, n.claim_id)
                 where d.id = any(:ids)""");
    }
}
