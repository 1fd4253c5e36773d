package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.superbill.billing.sql.Sql;

/** The SQL of closed periods. */
@ApplicationScoped
class PeriodStore {
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(ledger_period_lock(current_setting('app.organization', true)))";
    private static final String INSERT = """
            insert into ledger_period (through, closed_by, closed_at, seal_position, seal_hash, content_hash)
            values (?, ?, ?, ?, ?, ledger_period_digest(current_setting('app.organization', true), ?))""";
    private static final String OPEN_ITEMS = OpenItemSql.ITEM + """
            insert into ledger_open_item (through, account, claim_id, payer_id, patient_id, balance_cents, responsible_since)
            select ?::date, account, claim_id, payer_id, patient_id, balance, responsible_since from item""";
    private static final String LIST =
            "select through, closed_by, closed_at, seal_position, seal_hash, content_hash from ledger_period order by through";
    private static final String LAST = "select max(through) from ledger_period";

    private final Sql sql;

    PeriodStore(Sql sql) {
        this.sql = sql;
    }

    /** Nobody posts until the end of the transaction. @return whether it was to be had at once */
    boolean lock() {
        return sql.list(LOCK, row -> row.getBoolean(1)).get(0);
    }

    Optional<LocalDate> closedThrough() {
        return sql.list(LAST, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0);
    }

    /** After all that it keeps: then nothing is added to it. */
    void insert(LocalDate through, String closedBy, Instant at, SealStore.Head head) {
        sql.update(INSERT, through, closedBy, at.atOffset(ZoneOffset.UTC), head.position(), head.hash(), through);
    }

    void keepOpenItems(LocalDate through, LocalDate closedBefore) {
        sql.update(OPEN_ITEMS, closedBefore, through, through);
    }

    List<PeriodView> list() {
        return sql.list(LIST, PeriodStore::view);
    }

    private static PeriodView view(ResultSet row) throws SQLException {
        return new PeriodView(
                YearMonth.from(row.getObject(1, LocalDate.class)).toString(),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4),
                HexFormat.of().formatHex(row.getBytes(5)),
                row.getBytes(6) == null ? null : HexFormat.of().formatHex(row.getBytes(6)));
    }
}
