package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.VerificationView.Finding;
import org.superbill.billing.sql.Sql;

/** What verification asks: each question is one statement, which sees the books at one moment, and answers with what breaks a rule. */
@ApplicationScoped
class VerificationStore {
    static final int MOST = 100;
    private static final String SEALED_WITHIN = "10 minutes";

    private static final String COUNTS =
            "select (select count(*) from journal_entry), (select count(*) from ledger_line)";
    private static final String ENTRIES = """
            select entry.id, null::uuid, format('has %%s lines instead of %%s, and they are off by %%s cents', coalesce(sums.lines, 0), entry.line_count, coalesce(sums.cents, 0))
              from journal_entry entry
              left join (select entry_id, count(*) as lines, sum(amount_cents) as cents from ledger_line group by entry_id) sums on sums.entry_id = entry.id
             where coalesce(sums.lines, 0) <> entry.line_count or sums.cents <> 0
            union all
            select line.entry_id, null, 'is gone, and has lines' from ledger_line line
             where not exists (select from journal_entry entry where entry.organization_id = line.organization_id and entry.id = line.entry_id)
             limit %1$d""".formatted(MOST);
    private static final String SUB_LEDGERS = """
            select entry_id, claim_id, format('has a line of %%s that is nobody''s', account) from ledger_line
             where account = 'INSURANCE_RECEIVABLE' and payer_id is null or account in ('PATIENT_RECEIVABLE', 'COLLECTIONS') and patient_id is null
             limit %1$d""".formatted(MOST);
    private static final String CLAIMS = """
            select null::uuid, claim_id, format('was charged %%s, and paid, adjusted and open are %%s cents apart from it', charged, difference) from (
                select claim_id, -coalesce(sum(amount_cents) filter (where account = 'PATIENT_SERVICE_REVENUE' or account = 'OPENING_BALANCE' and claim_line is not null), 0) as charged,
                       sum(amount_cents) as difference
                  from ledger_line where claim_id is not null group by claim_id having sum(amount_cents) <> 0) claim
             limit %1$d""".formatted(MOST);

    /** What payers' decisions made the patient's is within what they called the patient's; what persons and billing moved to the patient, within the charge. */
    private static final String PATIENT_RESPONSIBILITY = """
            select null::uuid, claim_id, format('the patient was made to owe %%s cents and the payers'' part for the patient is %%s', patients, responsibility) from (
                select line.claim_id, sum(line.amount_cents) filter (where line.account = 'PATIENT_RECEIVABLE') as patients,
                       coalesce(-sum(line.amount_cents) filter (where line.account = 'INSURANCE_RECEIVABLE' and line.reason like 'PR-%%'), 0) as responsibility
                  from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.claim_id is not null and entry.kind in ('PAYER_PAYMENT', 'PAYER_REVERSAL', 'POSTING_UNDONE')
                   and (line.account = 'PATIENT_RECEIVABLE' or line.account = 'INSURANCE_RECEIVABLE' and line.reason like 'PR-%%')
                 group by line.claim_id) claim
             where patients > responsibility
            union all
            select null::uuid, claim_id, format('the patient was billed %%s cents, by hand or instead of a payer, and the charge is %%s', patients, charged) from (
                select line.claim_id,
                       coalesce(sum(line.amount_cents) filter (where line.account in ('PATIENT_RECEIVABLE', 'COLLECTIONS')
                            and entry.kind in ('BILLED_TO_PATIENT', 'BILLED_TO_PAYER', 'ADJUSTMENT', 'ADJUSTMENT_REVERSAL')), 0) as patients,
                       coalesce(-sum(line.amount_cents) filter (where line.account = 'PATIENT_SERVICE_REVENUE' or line.account = 'OPENING_BALANCE' and line.claim_line is not null), 0) as charged
                  from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.claim_id is not null group by line.claim_id) claim
             where patients > 0 and patients > charged
            union all
            select entry_id, claim_id, 'makes a patient owe what a payer called its own: ' || reason from ledger_line
             where account = 'PATIENT_RECEIVABLE' and reason ~ '^(CO|OA|PI)-'
             limit %1$d""".formatted(MOST);

    /** Each closing is the one before it and what moved since, so that one pass over the lines is enough for all of them. */
    private static final String CLOSINGS = """
            with closing as materialized (select array_agg(through order by through) as days from ledger_period),
            next as (select through, lead(through) over (order by through) as next from ledger_period),
            moved as (
                select closing.days[width_bucket(entry.booked_on - 1, closing.days) + 1] as through,
                       line.account, line.reason, line.claim_id, line.payer_id, line.patient_id, line.amount_cents
                  from closing cross join journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
                 where entry.booked_on <= (select max(through) from ledger_period)),
            """;

    private static final String TOTALS = CLOSINGS + """
            apart as (
                select through, account, payer_id, reason, greatest(amount_cents, 0) as debit, greatest(-amount_cents, 0) as credit from moved
                union all
                select through, account, payer_id, reason, -debit_cents, -credit_cents from ledger_period_total
                union all
                select next.next, account, payer_id, reason, debit_cents, credit_cents
                  from ledger_period_total join next using (through) where next.next is not null)
            select null::uuid, null::uuid, format('%%s at the end of %%s, payer %%s, reason %%s: the lines since the closing before and the closing are %%s of debits and %%s of credits apart',
                          account, through, payer_id, reason, sum(debit), sum(credit))
              from apart group by through, account, payer_id, reason having sum(debit) <> 0 or sum(credit) <> 0
             limit %1$d""".formatted(MOST);
    private static final String ITEMS = CLOSINGS + """
            apart as (
                select through, account, claim_id, case when account = 'INSURANCE_RECEIVABLE' then payer_id end as payer_id, patient_id, amount_cents as cents
                  from moved where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS')
                union all
                select through, account, claim_id, payer_id, patient_id, -balance_cents from ledger_open_item
                union all
                select next.next, account, claim_id, payer_id, patient_id, balance_cents
                  from ledger_open_item join next using (through) where next.next is not null)
            select null::uuid, claim_id, format('%%s at the end of %%s, payer %%s, patient %%s: the lines since the closing before and the open item are %%s apart', account, through, payer_id, patient_id, sum(cents))
              from apart group by through, account, claim_id, payer_id, patient_id having sum(cents) <> 0
             limit %1$d""".formatted(MOST);

    /** The hash of a closing; and a closing that is gone from the end, where an entry was put off because of it. */
    private static final String CLOSING_HASHES = """
            select null::uuid, null::uuid, format('what the closing of %%s keeps is not what it kept', through) from ledger_period
             where content_hash <> ledger_period_digest(organization_id, through)
            union all
            select (array_agg(entry.id))[1], null, format('the closing before %%s is gone: entries were put off because of it', deferred_to)
              from journal_entry entry
             where deferred_to is not null and not exists (select from ledger_period where through = deferred_to - 1)
             group by deferred_to
             limit %1$d""".formatted(MOST);

    private static final String UNSEALED = """
            select count(*) from journal_entry entry
             where not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id)""";
    private static final String LEFT_UNSEALED = """
            select id, null::uuid, format('waits for its seal since %%s', posted_at) from journal_entry entry
             where posted_at < now() - interval '%2$s'
               and not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id)
            union all
            select null, null, format('the closing of %%s waits for its seal since %%s', through, recorded_at) from ledger_period period
             where recorded_at < now() - interval '%2$s'
               and not exists (select from ledger_seal seal where seal.organization_id = period.organization_id and seal.closing = period.through)
             limit %1$d""".formatted(MOST, SEALED_WITHIN);

    private final Sql sql;

    VerificationStore(Sql sql) {
        this.sql = sql;
    }

    /** @param entries journal entries; @param lines of them */
    record Counts(long entries, long lines) {}

    /** Until the transaction ends nobody else proves the organization's books. @return false while somebody does */
    boolean hold() {
        return sql.list(
                        "select pg_try_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/ledger-verification', 15))",
                        row -> row.getBoolean(1))
                .get(0);
    }

    Counts counts() {
        return sql.list(COUNTS, row -> new Counts(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    long unsealed() {
        return sql.list(UNSEALED, row -> row.getLong(1)).get(0);
    }

    List<Finding> entriesThatDoNotBalance() {
        return sql.list(ENTRIES, VerificationStore::finding);
    }

    List<Finding> receivablesOfNobody() {
        return sql.list(SUB_LEDGERS, VerificationStore::finding);
    }

    List<Finding> claimsThatDoNotAddUp() {
        return sql.list(CLAIMS, VerificationStore::finding);
    }

    List<Finding> patientsWhoOweTooMuch() {
        return sql.list(PATIENT_RESPONSIBILITY, VerificationStore::finding);
    }

    List<Finding> periodsThatDiffer() {
        return Stream.of(TOTALS, ITEMS, CLOSING_HASHES)
                .flatMap(question -> sql.list(question, VerificationStore::finding).stream())
                .toList();
    }

    /** Longer than the longest posting and the rounds of the job take. */
    List<Finding> leftUnsealed() {
        return sql.list(LEFT_UNSEALED, VerificationStore::finding);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getObject(1, UUID.class), row.getObject(2, UUID.class), null, row.getString(3));
    }
}
