package org.superbill.servicekit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.events.Ordering;
import org.superbill.servicekit.tenancy.CurrentOrganization;

/** Which events of the current organization have been taken in, and how far each aggregate has come. */
@ApplicationScoped
class InboxTable {
    private static final String GIVEN = """
            with given (organization_id, event_id, topic, subject, sequence) as (values (?::text, ?::uuid, ?::text, ?::text, ?::bigint)),
            fresh as (
                insert into inbox (organization_id, event_id) select organization_id, event_id from given
                on conflict do nothing returning organization_id)""";
    private static final String ANSWER = """
            select exists (select from fresh), exists (select from turn),
                exists (select from stuck_event join given using (organization_id, topic, subject)),
                exists (select from stuck_event join given using (organization_id) where waits_for = given.subject)""";

    /** In one round trip: seen for the first time, and if it is the next of its aggregate the aggregate moves on to it. */
    private static final String SEQUENCED = GIVEN + """
            , turn as (
                insert into inbox_sequence as s (organization_id, topic, subject, last)
                select organization_id, topic, subject, sequence from given join fresh using (organization_id)
                where sequence = 1 or exists (select from inbox_sequence join given using (organization_id, topic, subject))
                on conflict (organization_id, topic, subject) do update set last = excluded.last where s.last = excluded.last - 1
                returning last)
            """ + ANSWER;

    /** The same for the state of a thing: the highest wins, and what was stuck before it does not matter any more. */
    private static final String STATE = GIVEN + """
            , turn as (
                insert into inbox_sequence as s (organization_id, topic, subject, last)
                select organization_id, topic, subject, sequence from given join fresh using (organization_id)
                on conflict (organization_id, topic, subject) do update set last = excluded.last where s.last < excluded.last
                returning last),
            superseded as (
                delete from stuck_event using given, turn
                where stuck_event.organization_id = given.organization_id and stuck_event.topic = given.topic
                    and stuck_event.subject = given.subject and stuck_event.sequence < given.sequence)
            """ + ANSWER;

    private static final String UNORDERED = GIVEN + ", turn as (select from fresh) " + ANSWER;

    /** As SEQUENCED and STATE for many subjects, each once. */
    private static final String ALL = """
            with given (organization_id, topic, event_id, subject, sequence) as (
                select ?::text, ?::text, event_id, subject, sequence
                from unnest((select ?::uuid[]), (select ?::text[]), (select ?::bigint[])) as events (event_id, subject, sequence)),
            fresh as (
                insert into inbox (organization_id, event_id) select organization_id, event_id from given order by event_id
                on conflict do nothing returning event_id),
            turn as (
                insert into inbox_sequence as s (organization_id, topic, subject, last)
                select organization_id, topic, subject, sequence from given join fresh using (event_id)
                where %s
                order by subject
                on conflict (organization_id, topic, subject) do update set last = excluded.last where %s
                returning subject)
            select event_id, event_id in (select event_id from fresh), subject in (select subject from turn),
                exists (select from stuck_event where stuck_event.organization_id = given.organization_id
                    and stuck_event.topic = given.topic and stuck_event.subject = given.subject),
                exists (select from stuck_event where stuck_event.organization_id = given.organization_id
                    and waits_for = given.subject)
            from given""";

    private static final String ALL_SEQUENCED = ALL.formatted("""
            sequence = 1 or exists (select from inbox_sequence known where known.organization_id = given.organization_id
                and known.topic = given.topic and known.subject = given.subject)""", "s.last = excluded.last - 1");
    private static final String ALL_STATE = ALL.formatted("true", "s.last < excluded.last");

    private final AgroalDataSource database;
    private final CurrentOrganization organization;

    InboxTable(AgroalDataSource database, CurrentOrganization organization) {
        this.database = database;
        this.organization = organization;
    }

    /**
     * What is to be done with an event that has come.
     * @param isNew it has not been seen before
     * @param isItsTurn it is to be applied now; {@code false} means that it is old or early
     * @param othersAreStuck events of its aggregate may go on after it
     * @param isWaitedFor events of other aggregates may go on after it
     */
    record Turn(boolean isNew, boolean isItsTurn, boolean othersAreStuck, boolean isWaitedFor) {}

    private Turn enter(Arrived event) {
        var sql = switch (event.ordering()) {
            case SEQUENCED -> SEQUENCED;
            case STATE -> STATE;
            case UNORDERED -> UNORDERED;
        };
        return Sql.list(
                        database,
                        sql,
                        row -> new Turn(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
                        organization.text(),
                        event.envelope().id(),
                        event.topic(),
                        event.subject(),
                        event.envelope().sequence())
                .get(0);
    }

    /**
     * Notes that events have come, of one topic, no two of one subject; in one round trip, unless they are {@code UNORDERED}.
     * Of several, what is superseded by a state is left to its next visit.
     */
    Map<UUID, Turn> enterAll(List<Arrived> events) {
        var first = events.get(0);
        var turns = new HashMap<UUID, Turn>();
        if (events.size() == 1 || first.ordering() == Ordering.UNORDERED) {
            events.forEach(event -> turns.put(event.envelope().id(), enter(event)));
            return turns;
        }
        Sql.run(database, first.ordering() == Ordering.STATE ? ALL_STATE : ALL_SEQUENCED, statement -> {
            var connection = statement.getConnection();
            statement.setString(1, organization.text());
            statement.setString(2, first.topic());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            events.stream().map(event -> event.envelope().id()).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", events.stream().map(Arrived::subject).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int8",
                            events.stream()
                                    .map(event -> event.envelope().sequence())
                                    .toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    turns.put(
                            row.getObject(1, UUID.class),
                            new Turn(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)));
                }
            }
            return true;
        });
        return turns;
    }

    boolean hasSeen(UUID eventId) {
        var seen = Sql.list(
                database,
                "select from inbox where organization_id = ? and event_id = ?",
                row -> true,
                organization.text(),
                eventId);
        return !seen.isEmpty();
    }

    /** As seen, without a decision. */
    void see(UUID eventId) {
        Sql.update(
                database,
                "insert into inbox (organization_id, event_id) values (?, ?) on conflict do nothing",
                organization.text(),
                eventId);
    }

    /** The last sequence applied, 0 for none; nobody else moves it until the transaction ends. */
    long lockLast(String topic, String subject) {
        var last = Sql.list(
                database,
                "select last from inbox_sequence where organization_id = ? and topic = ? and subject = ? for update",
                row -> row.getLong(1),
                organization.text(),
                topic,
                subject);
        return last.isEmpty() ? 0 : last.get(0);
    }

    void moveTo(Arrived event) {
        Sql.update(
                database,
                """
                insert into inbox_sequence as s (organization_id, topic, subject, last) values (?, ?, ?, ?)
                on conflict (organization_id, topic, subject) do update set last = greatest(s.last, excluded.last)""",
                organization.text(),
                event.topic(),
                event.subject(),
                event.envelope().sequence());
    }
}
