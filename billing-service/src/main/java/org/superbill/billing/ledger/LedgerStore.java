package org.superbill.billing.ledger;

import static org.superbill.billing.sql.Sql.array;
import static org.superbill.billing.sql.Sql.integers;
import static org.superbill.billing.sql.Sql.longs;
import static org.superbill.billing.sql.Sql.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.JournalEntry.ByHand;
import org.superbill.billing.sql.Sql;

/** All SQL of the books: plain JDBC, for what offers {@code delete} has no business here. */
@ApplicationScoped
class LedgerStore {
    private static final String INSERT_ENTRIES = """
            insert into journal_entry (id, kind, occurred_on, memo, line_count, deferred_to, posted_by, authority, reverses_entry_id)
            select * from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::int[], ?::date[], ?::text[], ?::text[], ?::uuid[])""";
    private static final String BILLED = """
            insert into ledger_claim_date (claim_id, service_date, first_billed_on)
            select * from unnest(?::uuid[], ?::date[], ?::date[])
            on conflict (organization_id, claim_id) do update set service_date = excluded.service_date
                  where ledger_claim_date.service_date <> excluded.service_date""";
    private static final String OPENS_ON = "select ledger_opens_on()";
    private static final String INSERT_LINES = """
            insert into ledger_line (entry_id, line_number, account, amount_cents, patient_id, claim_id, payer_id, remittance_id, claim_line, reason, payer_reference)
            select * from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[])""";
    private static final String MONEY_BY_PAYER = """
            select claim_id, case when account = 'INSURANCE_RECEIVABLE' then payer_id end,
                   coalesce(sum(amount_cents) filter (where account = 'INSURANCE_RECEIVABLE'), 0),
                   coalesce(sum(amount_cents) filter (where account = 'PATIENT_RECEIVABLE'), 0),
                   coalesce(-sum(amount_cents) filter (where account = 'PATIENT_SERVICE_REVENUE' or account = 'OPENING_BALANCE' and claim_line is not null), 0)
              from ledger_line where %s group by 1, 2 order by 1""";
    private static final String MONEY = MONEY_BY_PAYER.formatted("claim_id = any((select ?)::uuid[])");
    private static final String CLAIMS_OF_PATIENT = MONEY_BY_PAYER.formatted("patient_id = ? and claim_id is not null");
    private static final String CHARGES = """
            select claim_id, payer_id, claim_line, -sum(amount_cents) from ledger_line
             where claim_id = any((select ?)::uuid[]) and account in ('PATIENT_SERVICE_REVENUE', 'OPENING_BALANCE') and claim_line is not null
             group by claim_id, payer_id, claim_line having sum(amount_cents) <> 0 order by claim_id, payer_id, claim_line""";
    private static final String OWES_ALL = """
            select coalesce(sum(amount_cents), 0) = 0 from ledger_line
             where claim_id = ? and (account = 'PATIENT_SERVICE_REVENUE' or account = 'OPENING_BALANCE' and claim_line is not null or account = 'INSURANCE_RECEIVABLE' and payer_id = ?)""";
    private static final String PASSED_ON = """
            select case when bool_or(line.amount_cents < 0 and entry.kind = 'PAYER_PAYMENT') then 0
                        else coalesce(sum(line.amount_cents) filter (where line.reason like 'PR-%' and line.reason <> 'PR-209'), 0) end -- which no patient is asked for
              from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
             where line.claim_id = ? and line.payer_id = ? and line.account = 'INSURANCE_RECEIVABLE'""";
    private static final String OWED = """
            select account, case when account = 'INSURANCE_RECEIVABLE' then payer_id end as payer_id, patient_id, sum(amount_cents) from ledger_line
             where claim_id = ? and account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS') and patient_id is not null
             group by 1, 2, 3 having sum(amount_cents) > 0""";
    private static final String PAID = """
            select claim_line, sum(amount_cents) from ledger_line
             where claim_id = ? and account = 'CASH' and claim_line is not null group by claim_line""";
    private static final String PATIENTS = """
            select patient_id, sum(cents), bool_or(cents < 0) from (
                select patient_id, claim_id, sum(amount_cents) as cents from ledger_line
                 where patient_id = any(?) and account = 'PATIENT_RECEIVABLE' group by patient_id, claim_id) claim
             group by patient_id""";
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ENTRIES = """
            select entry.id, entry.kind, entry.occurred_on, entry.posted_at, entry.memo, entry.booked_on, entry.posted_by, entry.authority, entry.reverses_entry_id,
                   line.account, line.amount_cents, line.patient_id, line.claim_id, line.payer_id, line.remittance_id, line.claim_line, line.reason, line.payer_reference
              from (select * from journal_entry candidate
                     where %s order by id limit ?) entry
              join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             order by entry.id, line.line_number""";

    private final Sql sql;

    LedgerStore(Sql sql) {
        this.sql = sql;
    }

    /** The first open day, which stays open until the end of the transaction. */
    Optional<LocalDate> opensOn() {
        return sql.list(OPENS_ON, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0);
    }

    /** @param opensOn what occurred before counts on this day */
    void insert(List<JournalEntry> entries, @Nullable LocalDate opensOn) {
        var lines = new ArrayList<Numbered>();
        for (var entry : entries) {
            for (var i = 0; i < entry.lines().size(); i++) {
                lines.add(new Numbered(entry.id(), i + 1, entry.lines().get(i)));
            }
        }
        run(INSERT_ENTRIES, (connection, statement) -> {
            statement.setArray(1, texts(connection, entries, JournalEntry::id));
            statement.setArray(2, texts(connection, entries, JournalEntry::kind));
            statement.setArray(3, texts(connection, entries, JournalEntry::occurredOn));
            statement.setArray(4, texts(connection, entries, JournalEntry::memo));
            statement.setArray(
                    5, integers(connection, entries, entry -> entry.lines().size()));
            statement.setArray(6, texts(connection, entries, entry -> deferred(entry, opensOn)));
            statement.setArray(7, texts(connection, entries, entry -> byHand(entry, ByHand::postedBy)));
            statement.setArray(8, texts(connection, entries, entry -> byHand(entry, ByHand::authority)));
            statement.setArray(9, texts(connection, entries, entry -> byHand(entry, ByHand::reverses)));
            return statement.executeUpdate();
        });
        run(INSERT_LINES, (connection, statement) -> {
            statement.setArray(1, texts(connection, lines, Numbered::entryId));
            statement.setArray(2, integers(connection, lines, Numbered::number));
            statement.setArray(3, texts(connection, lines, line -> line.line().account()));
            statement.setArray(
                    4, longs(connection, lines, line -> line.line().amount().value()));
            statement.setArray(5, texts(connection, lines, line -> line.about().patientId()));
            statement.setArray(6, texts(connection, lines, line -> line.about().claimId()));
            statement.setArray(7, texts(connection, lines, line -> line.about().payerId()));
            statement.setArray(8, texts(connection, lines, line -> line.about().remittanceId()));
            statement.setArray(
                    9, integers(connection, lines, line -> line.line().claimLine()));
            statement.setArray(10, texts(connection, lines, line -> line.line().reason()));
            statement.setArray(11, texts(connection, lines, line -> line.about().payerReference()));
            return statement.executeUpdate();
        });
    }

    private static @Nullable String deferred(JournalEntry entry, @Nullable LocalDate opensOn) {
        return opensOn != null && entry.occurredOn().isBefore(opensOn) ? opensOn.toString() : null;
    }

    private static <T> @Nullable T byHand(JournalEntry entry, Function<ByHand, @Nullable T> part) {
        return entry.byHand() == null ? null : part.apply(entry.byHand());
    }

    void billed(Collection<BilledClaim> claims) {
        run(BILLED, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", claims, BilledClaim::claimId));
            bind(
                    statement,
                    2,
                    array(
                            connection,
                            "text",
                            claims,
                            claim -> claim.serviceDate().toString()));
            bind(
                    statement,
                    3,
                    array(
                            connection,
                            "text",
                            claims,
                            claim -> claim.firstBilledOn().toString()));
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
                var payer = rows.getObject(2, UUID.class);
                var part = new ClaimMoney(
                        payer == null ? Map.of() : Map.of(payer, Cents.of(rows.getLong(3))),
                        Cents.of(rows.getLong(4)),
                        Cents.of(rows.getLong(5)));
                money.merge(rows.getObject(1, UUID.class), part, ClaimMoney::plus);
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

    Cents passedOnTo(UUID payerId, UUID claimId) {
        return sql.list(PASSED_ON, row -> Cents.of(row.getLong(1)), claimId, payerId)
                .get(0);
    }

    List<Owed> owedFor(UUID claimId) {
        return sql.list(
                OWED,
                row -> new Owed(
                        Account.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Cents.of(row.getLong(4))),
                claimId);
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

    Map<UUID, PatientBalance> balancesOfPatients(Collection<UUID> patientIds) {
        return run(PATIENTS, (connection, statement) -> {
            bind(statement, 1, array(connection, "uuid", patientIds, id -> id));
            var balances = new HashMap<UUID, PatientBalance>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    balances.put(
                            rows.getObject(1, UUID.class),
                            new PatientBalance(Cents.of(rows.getLong(2)), rows.getBoolean(3)));
                }
            }
            return balances;
        });
    }

    /** Only what is named stands in the text: one plan for all cases would go through every entry. */
    List<EntryView> entries(EntryFilter filter, @Nullable UUID after, int limit) {
        var conditions = filter.conditions();
        conditions.put("id > ?", after == null ? BEFORE_ALL : after);
        return run(ENTRIES.formatted(String.join(" and ", conditions.keySet())), (connection, statement) -> {
            var place = 1;
            for (var named : conditions.values()) {
                statement.setObject(place++, named);
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
                                rows.getObject(6, LocalDate.class),
                                rows.getString(7),
                                rows.getString(8),
                                rows.getObject(9, UUID.class),
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
        var amount = rows.getLong(11);
        return new EntryView.LineView(
                Account.valueOf(rows.getString(10)),
                Math.max(amount, 0),
                Math.max(-amount, 0),
                rows.getObject(12, UUID.class),
                rows.getObject(13, UUID.class),
                rows.getObject(14, UUID.class),
                rows.getObject(15, UUID.class),
                rows.getObject(16, Integer.class),
                rows.getString(17),
                rows.getString(18));
    }

    private record Numbered(UUID entryId, int number, JournalEntry.Line line) {
        private JournalEntry.Reference about() {
            return line.reference();
        }
    }

    private <T> T run(String statement, Sql.Work<T> work) {
        return sql.run(statement, work);
    }

    private static void bind(PreparedStatement statement, int place, Array array) throws SQLException {
        statement.setArray(place, array);
    }
}
