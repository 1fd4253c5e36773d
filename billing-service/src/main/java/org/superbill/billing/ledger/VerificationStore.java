package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.VerificationView.Finding;
import org.superbill.billing.sql.Sql;

/** What verification asks: each question is one statement, which sees the books at one moment, and answers with what breaks a rule. */
@ApplicationScoped
class VerificationStore {
    private static final int MOST = 100;

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

    /** What payers' decisions made the patient's is within what they called the patient's; what a person transferred has its authority. */
    private static final String PATIENT_RESPONSIBILITY = """
            select null::uuid, claim_id, format('the patient was made to owe %%s cents and the payers'' part for the patient is %%s', patients, responsibility) from (
                select line.claim_id, sum(line.amount_cents) filter (where line.account = 'PATIENT_RECEIVABLE') as patients,
                       coalesce(-sum(line.amount_cents) filter (where line.account = 'INSURANCE_RECEIVABLE' and line.reason like 'PR-%%'), 0) as responsibility
                  from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.claim_id is not null and entry.kind in ('PAYER_PAYMENT', 'PAYER_REVERSAL')
                   and (line.account = 'PATIENT_RECEIVABLE' or line.account = 'INSURANCE_RECEIVABLE' and line.reason like 'PR-%%')
                 group by line.claim_id) claim
             where patients > responsibility
            union all
            select entry_id, claim_id, 'makes a patient owe what a payer called its own: ' || reason from ledger_line
             where account = 'PATIENT_RECEIVABLE' and reason ~ '^(CO|OA|PI)-'
             limit %1$d""".formatted(MOST);

    private static final String PERIODS = """
            with day as materialized ( -- else the planner may sum all lines anew for each closing
                select entry.booked_on, line.account, sum(greatest(line.amount_cents, 0)) as debit, sum(greatest(-line.amount_cents, 0)) as credit
                  from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
                 where exists (select from ledger_period)
                 group by entry.booked_on, line.account),
            total as (
                select period.through, day.account, sum(day.debit) as debit, sum(day.credit) as credit
                  from ledger_period period join day on day.booked_on <= period.through
                 group by period.through, day.account),
            kept as (select through, account, sum(debit_cents) as debit, sum(credit_cents) as credit from ledger_period_total group by through, account),
            open as (select through, account, sum(balance_cents) as balance from ledger_open_item group by through, account)
            select null::uuid, null::uuid, format('%%s at the end of %%s: the lines make debits of %%s and credits of %%s, the closing kept %%s and %%s',
                          account, through, coalesce(total.debit, 0), coalesce(total.credit, 0), coalesce(kept.debit, 0), coalesce(kept.credit, 0))
              from total full join kept using (through, account)
             where coalesce(total.debit, 0) <> coalesce(kept.debit, 0) or coalesce(total.credit, 0) <> coalesce(kept.credit, 0)
            union all
            select null::uuid, null::uuid, format('%%s at the end of %%s: the balance is %%s and the open items sum to %%s', account, through, coalesce(debit - credit, 0), coalesce(balance, 0))
              from (select * from kept where account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS')) kept full join open using (through, account)
             where coalesce(debit - credit, 0) <> coalesce(balance, 0)
             limit %1$d""".formatted(MOST);
    private static final String UNSEALED = """
            select count(*) from journal_entry entry
             where not exists (select from ledger_seal seal where seal.organization_id = entry.organization_id and seal.entry_id = entry.id)""";

    private final Sql sql;

    VerificationStore(Sql sql) {
        this.sql = sql;
    }

    /** @param entries journal entries; @param lines of them */
    record Counts(long entries, long lines) {}

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
        return sql.list(PERIODS, VerificationStore::finding);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(row.getObject(1, UUID.class), row.getObject(2, UUID.class), null, row.getString(3));
    }
}
