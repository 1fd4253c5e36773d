package org.superbill.servicekit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The outbox as its relay sees it, over the one connection that holds the relay's lock. */
final class OutboxTable {
    private static final long LOCK = 0x6f7574626f78L; // "outbox"
    private static final int ROWS = 2000;
    private static final int BYTES = 8_000_000; // of payload; one event more than that still goes

    /** What is set aside holds back its aggregate: a hashed subplan that costs nothing while there is none. */
    private static final String NEXT = """
            select %s from (
                select *, sum(coalesce(octet_length(payload), 0)) over (order by id) - coalesce(octet_length(payload), 0) as before
                from (select * from outbox
                      where (topic, subject) not in (select topic, subject from outbox_set_aside)
                      order by id limit %d) as candidates) as measured
            where before < %d order by id""".formatted(Waiting.COLUMNS, ROWS, BYTES);

    private static final String SET_ASIDE = """
            with refused as (delete from outbox where id = ? returning *)
            insert into outbox_set_aside (id, organization_id, event_id, topic, type, subject, sequence, source, time, traceparent,
                headers, payload, reason)
            select id, organization_id, event_id, topic, type, subject, sequence, source, time, traceparent, headers, payload, ?
            from refused on conflict (event_id) do nothing"""; // the same event was set aside before: once is enough to replay it

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    boolean tryLock() throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /**
     * A deletion that a crash takes back only means that the event is sent again; so it need not wait for the disk. And whatever the
     * statistics say, which were taken of a table that was empty or full of what is deleted: the way in is the index.
     */
    void setUp() throws SQLException {
        try (var set = connection.createStatement()) {
            set.execute("set synchronous_commit = off; set enable_seqscan = off");
        }
    }

    void unlock() throws SQLException {
        try (var unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    /** The oldest that may go, in order; full when there may be more. */
    List<Waiting> next() throws SQLException {
        try (var select = connection.prepareStatement(NEXT);
                var rows = select.executeQuery()) {
            var waiting = new ArrayList<Waiting>();
            while (rows.next()) {
                waiting.add(Waiting.of(rows));
            }
            return waiting;
        }
    }

    void delete(Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any((select ?)::bigint[])")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    void setAside(long id, String reason) throws SQLException {
        try (var move = connection.prepareStatement(SET_ASIDE)) {
            move.setLong(1, id);
            move.setString(2, reason);
            move.executeUpdate();
        }
    }
}
