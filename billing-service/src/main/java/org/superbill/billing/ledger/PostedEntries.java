package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.sql.Sql;

/** Entries as they were posted, for who has to take them back exactly. */
@ApplicationScoped
public class PostedEntries {
    /** The reason on both lines of what a payer has paid a second time, which is no decision of it. */
    public static final String SECOND_PAYMENT = "SECOND-PAYMENT";

    /** The memo of entries that take out of the books what did not take place, whatever payers have decided of it. */
    public static final String TAKEN_OUT = "What did not take place is not charged";

    /** Persons write memos, too, but no entries of these kinds. */
    private static final String TAKES_OUT =
            "entry.memo = '%s' and entry.kind in ('CHARGE', 'CHARGE_REVERSAL', 'BILLED_TO_PAYER')".formatted(TAKEN_OUT);

    private static final String SELECT = """
            select entry.id, entry.kind, entry.occurred_on, entry.memo,
                   line.account, line.amount_cents, line.patient_id, line.claim_id, line.payer_id, line.remittance_id, line.claim_line, line.reason, line.payer_reference
              from journal_entry entry
              join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id""";
    private static final String BY_ID = SELECT + " where entry.id = any(?) order by entry.id, line.line_number";
    private static final String OF_REMITTANCE = SELECT + """

             where entry.id in (select entry_id from ledger_line where remittance_id = ? and entry_id > ? and entry_id <= ?
                                 group by entry_id order by entry_id limit ?)
             order by entry.id, line.line_number""";
    /** A patient's lines may name the payer that made them the patient's: a patient is one all the same. */
    private static final String CREDIT = """
            select claim_id, account, case when account = 'INSURANCE_RECEIVABLE' then payer_id end as payer_id, patient_id, sum(amount_cents) as amount from ledger_line
             where %s and account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE')
             group by 1, 2, 3, 4 having sum(amount_cents) < 0""";

    private static final String CREDITS_OF_CLAIM = CREDIT.formatted("claim_id = ?");
    private static final String CREDIT_BESIDE_CLAIMS = CREDIT.formatted("claim_id is null and patient_id = ?");
    private static final String CREDITS = """
            with listed as (
                (select claim_id as id from (%s) of_claim group by claim_id order by claim_id limit ?)
                union all
                (select patient_id from (%s) of_patient group by patient_id order by patient_id limit ?)
                order by id limit ?)
            select * from (%s union all %s) credit
             order by coalesce(claim_id, patient_id), account, payer_id""".formatted(
                    CREDIT.formatted("claim_id > ?"),
                    CREDIT.formatted("claim_id is null and patient_id > ?"),
                    CREDIT.formatted("claim_id in (select id from listed)"),
                    CREDIT.formatted("claim_id is null and patient_id in (select id from listed)"));

    /** What the payer's own books say that we owe it, below zero; what was approved to be sent back is in it. */
    private static final String RECOUPMENT = """
            select coalesce(sum(amount_cents), 0) from ledger_line
             where account = 'RECOUPMENT' and payer_id = ? and payer_reference is not distinct from ?""";

    /** What of a claim's money a payer has not got back: paid, less what has left or is to leave. Nobody knows what it had paid before a claim was taken over. */
    private static final String PAID_BY_PAYER = """
            select coalesce(sum(amount_cents) filter (where account in ('CASH', 'REFUNDS_PAYABLE') and payer_id = ?), 0), coalesce(bool_or(account = 'OPENING_BALANCE'), false)
              from ledger_line where claim_id = ?""";

    /** The same, with what the books opened with as its credit where the claim was taken over: no more can be its to get back. */
    private static final String MOST_TO_RETURN = """
            select coalesce(sum(amount_cents) filter (where account in ('CASH', 'REFUNDS_PAYABLE')), 0)
                 - least(0, coalesce(sum(amount_cents) filter (where account = 'INSURANCE_RECEIVABLE' and reason = 'opening'), 0))
              from ledger_line where payer_id = ? and claim_id = ?""";

    private static final String ADJUSTED = """
            select account, payer_id, claim_line, reason, sum(amount_cents) from ledger_line
             where claim_id = ? and account in ('CONTRACTUAL_ADJUSTMENT', 'SEQUESTRATION_ADJUSTMENT', 'UNCOLLECTIBLE_ADJUSTMENT', 'WITHHOLDING', 'INCENTIVE_INCOME')
             group by 1, 2, 3, 4 having sum(amount_cents) <> 0 order by 1, 2, 3, 4""";

    private static final String TAKEN_OUT_OF = """
            select line.account, sum(line.amount_cents), line.patient_id, line.payer_id, line.claim_line, line.reason
              from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
             where line.claim_id = ? and %s and (entry.kind = 'BILLED_TO_PAYER') = ?
             group by 1, 3, 4, 5, 6 having sum(line.amount_cents) <> 0 order by 1, 3, 4, 5, 6""".formatted(TAKES_OUT);
    private static final String OWED_BY_PATIENT = """
            select claim_line, sum(amount_cents) from ledger_line where claim_id = ? and account = 'PATIENT_RECEIVABLE' group by claim_line order by claim_line""";
    private static final String RECEIVABLES = """
            select claim_id, account, case when account = 'INSURANCE_RECEIVABLE' then payer_id end, sum(amount_cents) from ledger_line
             where claim_id = any(?) and account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS') group by 1, 2, 3""";
    private static final String WITH_PAYERS_CREDIT = """
            select distinct claim_id from (select claim_id from ledger_line where claim_id = any(?) and account = 'INSURANCE_RECEIVABLE'
             group by claim_id, payer_id having sum(amount_cents) < 0) credit""";
    private static final String OWED_BY_PAYERS = """
            select claim_id, payer_id, claim_line, sum(amount_cents) from ledger_line
             where claim_id = any(?) and account = 'INSURANCE_RECEIVABLE' and payer_id is not null %s group by claim_id, payer_id, claim_line""";
    private static final String AS_DECIDED = """
             and not exists (select from journal_entry entry where entry.organization_id = ledger_line.organization_id and entry.id = entry_id and %s)""".formatted(TAKES_OUT);
    private static final String MOVED_OF_PAYERS = """
            select line.claim_id, line.account, line.payer_id, line.remittance_id, line.claim_line, line.reason,
                   entry.kind in ('ADJUSTMENT', 'ADJUSTMENT_REVERSAL', 'REFUND_APPROVED', 'REFUND_PAID', 'REFUND_REVERSED') or line.reason is not distinct from '%s', sum(line.amount_cents)
              from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
             where line.claim_id = any(?) and line.account in ('INSURANCE_RECEIVABLE', 'CONTRACTUAL_ADJUSTMENT', 'PATIENT_RECEIVABLE') and line.payer_id is not null
               and (%s) is not true
             group by 1, 2, 3, 4, 5, 6, 7 having sum(line.amount_cents) <> 0 order by 1, 2, 3, 4, 5, 6""".formatted(SECOND_PAYMENT, TAKES_OUT);

    private final Sql sql;

    PostedEntries(Sql sql) {
        this.sql = sql;
    }

    /** One query; ids that no entry has are left out. */
    public Map<UUID, JournalEntry> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.run(BY_ID, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return entries(statement);
        });
    }

    /**
     * Entries that have a line about a remittance, oldest first.
     *
     * @param after the last one that was seen
     * @param upTo the last one that is wanted
     */
    public List<JournalEntry> ofRemittance(UUID remittanceId, UUID after, UUID upTo, int limit) {
        return sql.run(OF_REMITTANCE, (connection, statement) -> {
            statement.setObject(1, remittanceId);
            statement.setObject(2, after);
            statement.setObject(3, upTo);
            statement.setInt(4, limit);
            return List.copyOf(entries(statement).values());
        });
    }

    /**
     * What was paid too much.
     *
     * @param claimId absent for what a patient has beside any claim
     * @param payerId by which payer; absent when it was the patient
     * @param credit above zero
     */
    public record Credit(
            @Nullable UUID claimId,
            @Nullable UUID payerId,
            @Nullable UUID patientId,
            Cents credit) {
        /** The claim's, else the patient's. */
        public UUID id() {
            return Objects.requireNonNull(claimId == null ? patientId : claimId);
        }
    }

    /** All credits of the first claims, and of patients beside any claim, that have one, by id; they are never netted against what others owe. */
    public List<Credit> credits(UUID after, int limit) {
        return sql.list(CREDITS, PostedEntries::credit, after, limit, after, limit, limit);
    }

    public List<Credit> creditsOf(UUID claimId) {
        return sql.list(CREDITS_OF_CLAIM, PostedEntries::credit, claimId);
    }

    /** What a patient has paid too much beside any claim. */
    public Cents creditBesideClaims(UUID patientId) {
        return Cents.sum(sql.list(CREDIT_BESIDE_CLAIMS, PostedEntries::credit, patientId), Credit::credit);
    }

    /** What a payer has taken back under its reference and not yet explained; below zero it has reversed and not taken. */
    public Cents recoupment(UUID payerId, @Nullable String payerReference) {
        return sql.list(RECOUPMENT, row -> Cents.of(row.getLong(1)), payerId, payerReference)
                .get(0);
    }

    /** What a payer has paid for a claim and not got back; empty of a claim that was taken over, which it may have paid before. */
    public Optional<Cents> paidBy(UUID payerId, UUID claimId) {
        return sql.list(
                        PAID_BY_PAYER,
                        row -> row.getBoolean(2) ? Optional.<Cents>empty() : Optional.of(Cents.of(row.getLong(1))),
                        payerId,
                        claimId)
                .get(0);
    }

    /** The most of a claim's money that can be a payer's to get back: what it has paid here and not got back, and the credit that it was taken over with. */
    public Cents mostToReturn(UUID payerId, UUID claimId) {
        return sql.list(MOST_TO_RETURN, row -> Cents.of(row.getLong(1)), payerId, claimId)
                .get(0);
    }

    /** What payers have adjusted of a claim. @param claimLine absent for the claim as a whole @param reason group and CARC */
    public record Adjusted(
            Account account,
            @Nullable UUID payerId,
            @Nullable Integer claimLine,
            @Nullable String reason,
            Cents amount) {}

    public List<Adjusted> adjustedBy(UUID claimId) {
        return sql.list(
                ADJUSTED,
                row -> new Adjusted(
                        Account.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        Cents.of(row.getLong(5))),
                claimId);
    }

    /** What the entries that {@link #TAKEN_OUT} names have moved of a claim in all. @param billed those that move it between the patient and payers, else the others */
    public List<JournalEntry.Line> takenOutOf(UUID claimId, boolean billed) {
        return sql.list(
                TAKEN_OUT_OF,
                row -> new JournalEntry.Line(
                        Account.valueOf(row.getString(1)),
                        Cents.of(row.getLong(2)),
                        new JournalEntry.Reference(
                                row.getObject(3, UUID.class), claimId, row.getObject(4, UUID.class), null),
                        row.getObject(5, Integer.class),
                        row.getString(6)),
                claimId,
                billed);
    }

    /** What the patient owes for a claim by its lines, where a line is absent for the claim as a whole. */
    public Map<@Nullable Integer, Cents> owedByPatient(UUID claimId) {
        var owed = new LinkedHashMap<@Nullable Integer, Cents>();
        sql.each(OWED_BY_PATIENT, row -> owed.put(row.getObject(1, Integer.class), Cents.of(row.getLong(2))), claimId);
        return owed;
    }

    /** Who owes for a claim. @param payerId where a payer does */
    public record Debtor(Account account, @Nullable UUID payerId) {}

    /** What is owed for each of the claims, below zero a credit; one query. */
    public Map<UUID, Map<Debtor, Cents>> receivables(Collection<UUID> claimIds) {
        return sql.run(RECEIVABLES, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
            var receivables = new HashMap<UUID, Map<Debtor, Cents>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    receivables
                            .computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
                            .put(
                                    new Debtor(Account.valueOf(rows.getString(2)), rows.getObject(3, UUID.class)),
                                    Cents.of(rows.getLong(4)));
                }
            }
            return receivables;
        });
    }

    /** Which of the claims some payer has paid too much for, whatever others owe; one query. */
    public Set<UUID> withPayersCredit(Collection<UUID> claimIds) {
        return Set.copyOf(sql.run(WITH_PAYERS_CREDIT, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
            return Sql.rows(statement, row -> row.getObject(1, UUID.class));
        }));
    }

    /** What a payer owes for a line of a claim, below zero when it has paid too much. @param claimLine absent for the claim as a whole */
    public record OwedByPayer(
            UUID claimId, UUID payerId, @Nullable Integer claimLine, Cents amount) {}

    /** What each payer owes for each of the claims; one query. */
    public List<OwedByPayer> owedByPayers(Collection<UUID> claimIds) {
        return owedByPayers(claimIds, "");
    }

    /** The same by what payers have decided, be it that it did not take place and was taken out of the books. */
    public List<OwedByPayer> owedByPayersAsDecided(Collection<UUID> claimIds) {
        return owedByPayers(claimIds, AS_DECIDED);
    }

    private List<OwedByPayer> owedByPayers(Collection<UUID> claimIds, String which) {
        if (claimIds.isEmpty()) {
            return List.of();
        }
        return sql.run(OWED_BY_PAYERS.formatted(which), (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
            return Sql.rows(
                    statement,
                    row -> new OwedByPayer(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, Integer.class),
                            Cents.of(row.getLong(4))));
        });
    }

    /**
     * What was moved of a payer's receivable, adjusted by contract or made the patient's.
     *
     * @param payerId whose it is
     * @param remittanceId of the payer that has decided so; absent for what no payer has
     * @param claimLine absent for whole claims
     * @param reason group and CARC, e.g. {@code CO-45}
     * @param byPerson adjusted or refunded by one, or paid by the payer a second time, which a person has accepted
     */
    public record MovedOfPayer(
            UUID claimId,
            Account account,
            UUID payerId,
            @Nullable UUID remittanceId,
            @Nullable Integer claimLine,
            @Nullable String reason,
            boolean byPerson,
            Cents amount) {}

    /** By the payments that payers have decided in, be it that it was taken out of the books since; one query. */
    public List<MovedOfPayer> movedOfPayers(Collection<UUID> claimIds) {
        if (claimIds.isEmpty()) {
            return List.of();
        }
        return sql.run(MOVED_OF_PAYERS, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
            return Sql.rows(
                    statement,
                    row -> new MovedOfPayer(
                            row.getObject(1, UUID.class),
                            Account.valueOf(row.getString(2)),
                            row.getObject(3, UUID.class),
                            row.getObject(4, UUID.class),
                            row.getObject(5, Integer.class),
                            row.getString(6),
                            row.getBoolean(7),
                            Cents.of(row.getLong(8))));
        });
    }

    /** Payers that something was booked of for a claim. */
    public List<UUID> payersOf(UUID claimId) {
        return sql.list(
                "select distinct payer_id from ledger_line where claim_id = ? and payer_id is not null",
                row -> row.getObject(1, UUID.class),
                claimId);
    }

    private static Credit credit(ResultSet row) throws SQLException {
        return new Credit(
                row.getObject(1, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                Cents.of(-row.getLong(5)));
    }

    private static Map<UUID, JournalEntry> entries(PreparedStatement statement) throws SQLException {
        var heads = new LinkedHashMap<UUID, Head>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                var head = heads.get(id);
                if (head == null) {
                    head = new Head(
                            JournalEntry.Kind.valueOf(rows.getString(2)),
                            rows.getObject(3, LocalDate.class),
                            rows.getString(4),
                            new ArrayList<>());
                    heads.put(id, head);
                }
                head.lines().add(line(rows));
            }
        }
        var entries = new LinkedHashMap<UUID, JournalEntry>();
        heads.forEach((id, head) ->
                entries.put(id, new JournalEntry(id, head.kind(), head.occurredOn(), head.memo(), head.lines())));
        return entries;
    }

    private record Head(
            JournalEntry.Kind kind,
            LocalDate occurredOn,
            @Nullable String memo,
            List<JournalEntry.Line> lines) {}

    private static JournalEntry.Line line(ResultSet rows) throws SQLException {
        return new JournalEntry.Line(
                Account.valueOf(rows.getString(5)),
                Cents.of(rows.getLong(6)),
                new JournalEntry.Reference(
                        rows.getObject(7, UUID.class),
                        rows.getObject(8, UUID.class),
                        rows.getObject(9, UUID.class),
                        rows.getObject(10, UUID.class),
                        rows.getString(13)),
                rows.getObject(11, Integer.class),
                rows.getString(12));
    }
}
