package org.superbill.billing.ledger;

import static java.math.BigInteger.ZERO;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All SQL of the books: plain JDBC, for what offers {@code delete} has no business here. */
@ApplicationScoped
class LedgerStore {
    private static final String INSERT_ENTRIES = """
            insert into journal_entry (id, kind, occurred_on, memo, line_count)
            select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::int[])""";
    private static final String INSERT_LINES = """
            insert into ledger_line (entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, remittance_id, claim_line, reason)
            select * from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[])""";
    private static final String MONEY = """
            select claim_id,
                   coalesce(sum(amount_cents) filter (where account = 'INSURANCE_RECEIVABLE'), 0),
                   coalesce(sum(amount_cents) filter (where account = 'PATIENT_RECEIVABLE'), 0),
                   coalesce(-sum(amount_cents) filter (where account = 'PATIENT_SERVICE_REVENUE'), 0)
              from ledger_line where claim_id = any(?) group by claim_id""";
    private static final String CLAIMS_OF_PATIENT = """
            select claim_id,
                   coalesce(sum(amount_cents) filter (where account = 'INSURANCE_RECEIVABLE'), 0),
                   coalesce(sum(amount_cents) filter (where account = 'PATIENT_RECEIVABLE'), 0),
                   coalesce(-sum(amount_cents) filter (where account = 'PATIENT_SERVICE_REVENUE'), 0)
              from ledger_line where patient_id = ? and claim_id is not null group by claim_id order by claim_id""";
    private static final String CHARGES = """
            select claim_id, payer_id, claim_line, -sum(amount_cents) from ledger_line
             where claim_id = any(?) and account = 'PATIENT_SERVICE_REVENUE'
             group by claim_id, payer_id, claim_line having sum(amount_cents) <> 0 order by claim_id, payer_id, claim_line""";
    private static final String OWES_ALL = """
            select coalesce(sum(amount_cents), 0) = 0 from ledger_line
             where claim_id = ? and (account = 'PATIENT_SERVICE_REVENUE' or account = 'INSURANCE_RECEIVABLE' and payer_id = ?)""";
    private static final String PAID = """
            select claim_line, sum(amount_cents) from ledger_line
             where claim_id = ? and account = 'CASH' and claim_line is not null group by claim_line""";
    private static final String PATIENTS = """
            select patient_id, sum(amount_cents) from ledger_line
             where patient_id = any(?) and account = 'PATIENT_RECEIVABLE' group by patient_id""";
    private static final String ACCOUNTS = """
            select account, coalesce(sum(amount_cents) filter (where amount_cents > 0), 0), coalesce(-sum(amount_cents) filter (where amount_cents < 0), 0)
              from ledger_line group by account""";
    private static final String ENTRIES = """
            select entry.id, entry.kind, entry.occurred_on, entry.posted_at, entry.memo,
                   line.account, line.amount_cents, line.patient_id, line.claim_id, line.payer_id, line.remittance_id, line.claim_line, line.reason
              from (select id, organization_id, kind, occurred_on, posted_at, memo from journal_entry candidate
                     where (?::uuid is null or id > ?::uuid)
                       and (?::uuid is null or id in (select entry_id from ledger_line where claim_id = ?::uuid))
                       and (?::uuid is null or id in (select entry_id from ledger_line where patient_id = ?::uuid))
                       and (?::uuid is null or id in (select entry_id from ledger_line where remittance_id = ?::uuid))
                     order by id limit ?) entry
              join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             order by entry.id, line.line_number""";

    private final AgroalDataSource dataSource;

    LedgerStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(List<JournalEntry> entries) {
        var lines = new ArrayList<Numbered>();
        for (var entry : entries) {
            for (var i = 0; i < entry.lines().size(); i++) {
                lines.add(new Numbered(entry.id(), i + 1, entry.lines().get(i)));
            }
        }
        run(INSERT_ENTRIES, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", entries, JournalEntry::id));
            bind(
                    statement,
                    2,
                    array(connection, "text", entries, entry -> entry.kind().name()));
            bind(
                    statement,
                    3,
                    array(
                            connection,
                            "text",
                            entries,
                            entry -> entry.occurredOn().toString()));
            bind(statement, 4, array(connection, "text", entries, JournalEntry::memo));
            bind(
                    statement,
                    5,
                    array(connection, "int4", entries, entry -> entry.lines().size()));
            return statement.executeUpdate();
        });
        run(INSERT_LINES, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", lines, Numbered::entryId));
            bind(statement, 2, array(connection, "int4", lines, Numbered::number));
            bind(
                    statement,
                    3,
                    array(
                            connection,
                            "text",
                            lines,
                            line -> line.line().account().name()));
            bind(
                    statement,
                    4,
                    array(
                            connection,
                            "int8",
                            lines,
                            line -> line.line().amount().value()));
            bind(
                    statement,
                    5,
                    array(
                            connection,
                            "uuid",
                            lines,
                            line -> line.line().reference().patientId()));
            bind(
                    statement,
                    6,
                    array(
                            connection,
                            "uuid",
                            lines,
                            line -> line.line().reference().claimId()));
            bind(
                    statement,
                    7,
                    array(
                            connection,
                            "uuid",
                            lines,
                            line -> line.line().reference().payerId()));
            bind(
                    statement,
                    8,
                    array(
                            connection,
                            "uuid",
                            lines,
                            line -> line.line().reference().remittanceId()));
            bind(
                    statement,
                    9,
                    array(connection, "int4", lines, line -> line.line().claimLine()));
            bind(
                    statement,
                    10,
                    array(connection, "text", lines, line -> line.line().reason()));
            return statement.executeUpdate();
        });
    }

    Map<UUID, ClaimMoney> moneyOf(Collection<UUID> claimIds) {
        return run(MONEY, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", claimIds, id -> id));
            return money(statement);
        });
    }

    Map<UUID, ClaimMoney> claimsOfPatient(UUID patientId) {
        return run(CLAIMS_OF_PATIENT, (connection, statement) -> {
            statement.setObject(1, patientId);
            return money(statement);
        });
    }

    private static Map<UUID, ClaimMoney> money(PreparedStatement statement) throws SQLException {
        var money = new LinkedHashMap<UUID, ClaimMoney>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                money.put(
                        rows.getObject(1, UUID.class),
                        new ClaimMoney(
                                Cents.of(rows.getLong(2)), Cents.of(rows.getLong(3)), Cents.of(rows.getLong(4))));
            }
        }
        return money;
    }

    boolean owesAll(UUID payerId, UUID claimId) {
        return run(OWES_ALL, (connection, statement) -> {
            statement.setObject(1, claimId);
            statement.setObject(2, payerId);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        });
    }

    Map<UUID, List<ChargedLine>> chargesOf(Collection<UUID> claimIds) {
        return run(CHARGES, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", claimIds, id -> id));
            var charges = new HashMap<UUID, List<ChargedLine>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    charges.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new ChargedLine(
                                    rows.getObject(2, UUID.class), rows.getInt(3), Cents.of(rows.getLong(4))));
                }
            }
            return charges;
        });
    }

    Map<Integer, Cents> paidByLine(UUID claimId) {
        return run(PAID, (connection, statement) -> {
            statement.setObject(1, claimId);
            var paid = new TreeMap<Integer, Cents>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    paid.put(rows.getInt(1), Cents.of(rows.getLong(2)));
                }
            }
            return paid;
        });
    }

    Map<UUID, Cents> balancesOfPatients(Collection<UUID> patientIds) {
        return run(PATIENTS, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", patientIds, id -> id));
            var balances = new HashMap<UUID, Cents>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    balances.put(rows.getObject(1, UUID.class), Cents.of(rows.getLong(2)));
                }
            }
            return balances;
        });
    }

    List<AccountBalance> accounts() {
        return run(ACCOUNTS, (connection, statement) -> {
            var found = new HashMap<Account, AccountBalance>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var account = Account.valueOf(rows.getString(1));
                    var debit = rows.getBigDecimal(2).toBigInteger();
                    var credit = rows.getBigDecimal(3).toBigInteger();
                    found.put(
                            account,
                            new AccountBalance(account, account.purpose(), debit, credit, debit.subtract(credit)));
                }
            }
            return List.of(Account.values()).stream()
                    .map(account -> found.getOrDefault(
                            account, new AccountBalance(account, account.purpose(), ZERO, ZERO, ZERO)))
                    .toList();
        });
    }

    List<EntryView> entries(EntryFilter filter, @Nullable UUID after, int limit) {
        return run(ENTRIES, (connection, statement) -> {
            var place = 1;
            for (var id : new @Nullable UUID[] {after, filter.claimId(), filter.patientId(), filter.remittanceId()}) {
                statement.setObject(place++, id);
                statement.setObject(place++, id);
            }
            statement.setInt(place, limit);
            var entries = new LinkedHashMap<UUID, EntryView>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var entry = entries.get(id);
                    if (entry == null) {
                        entry = new EntryView(
                                id,
                                rows.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, OffsetDateTime.class).toInstant(),
                                rows.getString(5),
                                new ArrayList<>());
                        entries.put(id, entry);
                    }
                    entry.lines().add(line(rows));
                }
            }
            return List.copyOf(entries.values());
        });
    }

    private static EntryView.LineView line(ResultSet rows) throws SQLException {
        var amount = rows.getLong(7);
        return new EntryView.LineView(
                Account.valueOf(rows.getString(6)),
                Math.max(amount, 0),
                Math.max(-amount, 0),
                rows.getObject(8, UUID.class),
                rows.getObject(9, UUID.class),
                rows.getObject(10, UUID.class),
                rows.getObject(11, UUID.class),
                rows.getObject(12, Integer.class),
                rows.getString(13));
    }

    private record Numbered(UUID entryId, int number, JournalEntry.Line line) {}

    private interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger's SQL failed with state " + e.getSQLState(), e);
        }
    }

    private static <T> Array array(
            Connection connection, String type, Collection<T> things, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, things.stream().map(value).toArray());
    }

    private static void bind(PreparedStatement statement, int place, Array array) throws SQLException {
        statement.setArray(place, array);
    }
}
