package org.superbill.billing.ledger;

import static org.superbill.billing.sql.Sql.array;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.sql.Sql;

/** The SQL of the chain of seals. */
@ApplicationScoped
class SealStore {
    private static final String UTC = "select set_config('TimeZone', 'UTC', true)";
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/ledger-seal', 25))";
    private static final String HEAD = "select position, hash from ledger_seal order by position desc limit 1";
    private static final String ORGANIZATION = "select current_setting('app.organization', true)";

    /**
     * Every transaction before the oldest that runs is over: what it posted is there, and nothing comes between any more. The place in
     * the order is one comparison of rows, so that the index is entered at the end of the chain and not at its beginning.
     */
    private static final String NEXT = """
            with last as (
                select entry.transaction_id, entry.id from ledger_seal seal
                  join journal_entry entry on entry.organization_id = seal.organization_id and entry.id = seal.entry_id
                 where seal.position <= ? order by seal.position desc limit 1) -- the end may be of a closing
            select entry.id, ledger_entry_digest(entry) from journal_entry entry
             where entry.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
               and (entry.transaction_id, entry.id) > (coalesce((select transaction_id from last), '0'::xid8),
                                                       coalesce((select id from last), '00000000-0000-0000-0000-000000000000'))
               and not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id)
             order by entry.transaction_id, entry.id limit ?""";

    /** What lies before the end of the chain without a seal, e.g. after a restore, which counts transactions anew. */
    private static final String LEFT_OUT = """
            select entry.id, ledger_entry_digest(entry) from journal_entry entry
             where (entry.transaction_id < pg_snapshot_xmin(pg_current_snapshot()) or entry.posted_at < now() - interval '1 day')
               and not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id)
             order by entry.transaction_id, entry.id limit ?""";

    private static final String COUNTED_ANEW = """
            select entry.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) from ledger_seal seal
              join journal_entry entry on entry.organization_id = seal.organization_id and entry.id = seal.entry_id
             where seal.position <= ? order by seal.position desc limit 1""";

    private static final String CLOSINGS = """
            select through, ledger_closing_digest(period) from ledger_period period
             where not exists (select from ledger_seal seal where seal.organization_id = period.organization_id and seal.closing = period.through)
             order by through""";

    private static final String MISSING = """
            select exists (select from journal_entry entry
                            where entry.booked_on > coalesce((select max(through) from ledger_period), '-infinity') and entry.booked_on <= ?::date
                              and not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id))""";
    private static final String INSERT = """
            insert into ledger_seal (position, entry_id, closing, hash)
            select * from unnest(?::bigint[], ?::uuid[], ?::date[], ?::bytea[])""";
    private static final String CHAIN = """
            select seal.position, seal.entry_id, seal.closing, seal.hash,
                   case when entry.id is not null then ledger_entry_digest(entry) when period.through is not null then ledger_closing_digest(period) end
              from ledger_seal seal
              left join journal_entry entry on entry.organization_id = seal.organization_id and entry.id = seal.entry_id
              left join ledger_period period on period.organization_id = seal.organization_id and period.through = seal.closing
             order by seal.position""";

    private final Sql sql;

    SealStore(Sql sql) {
        this.sql = sql;
    }

    /** The end of the chain; position 0 is before the first entry. */
    record Head(long position, byte[] hash) {}

    /** An entry, or the closing through a day, and the digest of all that it says. */
    record Digest(@Nullable UUID entryId, @Nullable LocalDate closing, byte[] digest) {}

    /** @param digest of what the entry, or the closing, says now; absent when it is gone */
    record Sealed(
            long position,
            @Nullable UUID entryId,
            @Nullable LocalDate closing,
            byte[] hash,
            byte @Nullable [] digest) {}

    /** What the chain begins with. */
    byte[] genesis() {
        var organization = sql.list(ORGANIZATION, row -> row.getString(1)).get(0);
        return Chain.sha256(organization.getBytes(StandardCharsets.UTF_8));
    }

    Head head() {
        return sql.list(HEAD, row -> new Head(row.getLong(1), row.getBytes(2))).stream()
                .findFirst()
                .orElseGet(() -> new Head(0, genesis()));
    }

    /** Digests are made in UTC; and one job seals at a time. @return whether it is ours to seal */
    boolean lock() {
        sql.list(UTC, row -> true);
        return sql.list(LOCK, row -> row.getBoolean(1)).get(0);
    }

    List<Digest> next(Head head, int limit) {
        return sql.list(NEXT, SealStore::ofEntry, head.position(), limit);
    }

    List<Digest> leftOut(int limit) {
        return sql.list(LEFT_OUT, SealStore::ofEntry, limit);
    }

    private static Digest ofEntry(ResultSet row) throws SQLException {
        return new Digest(row.getObject(1, UUID.class), null, row.getBytes(2));
    }

    /** Those that have no place in the chain yet, in their order. */
    List<Digest> closings() {
        return sql.list(CLOSINGS, row -> new Digest(null, row.getObject(1, LocalDate.class), row.getBytes(2)));
    }

    /** Whether the end of the chain is of a transaction that this server has yet to reach: it is a restored one. */
    boolean isCountedAnew(Head head) {
        return sql.list(COUNTED_ANEW, row -> row.getBoolean(1), head.position()).contains(true);
    }

    /** Whether an entry that is booked up to this day waits for its seal. */
    boolean areMissing(LocalDate through) {
        return sql.list(MISSING, row -> row.getBoolean(1), through).get(0);
    }

    void insert(long firstPosition, List<Digest> sealed, List<byte[]> hashes) {
        var positions = LongStream.range(firstPosition, firstPosition + sealed.size())
                .boxed()
                .toList();
        sql.run(INSERT, (connection, statement) -> {
            statement.setArray(1, array(connection, "int8", positions, position -> position));
            statement.setArray(2, array(connection, "uuid", sealed, Digest::entryId));
            statement.setArray(3, array(connection, "date", sealed, Digest::closing));
            statement.setArray(4, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            return statement.executeUpdate();
        });
    }

    interface Link {
        void take(Sealed sealed);
    }

    /** The whole chain in its order. */
    void chain(Link link) {
        sql.list(UTC, row -> true);
        sql.each(
                CHAIN,
                row -> link.take(new Sealed(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getBytes(4),
                        row.getBytes(5))));
    }
}
