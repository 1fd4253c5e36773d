package org.superbill.billing.ledger;

/**
 * What is open at the end of a day: one item for each claim and each who owes for it, never netted with another. Made of what was open at
 * the end of the last closed period before, and of the lines since. Both texts begin a statement and take two parameters, both the day.
 */
final class OpenItemSql {
    private static final String NOBODY = "'00000000-0000-0000-0000-000000000000'";

    /** {@code open(account, claim_id, payer_id, patient_id, balance)}; an id that an item does not have is all zeros. */
    static final String OPEN = """
            with closed as (select max(through) as through from ledger_period where through <= ?::date),
            moved as (
                select account, coalesce(claim_id, %1$s) as claim_id, coalesce(payer_id, %1$s) as payer_id,
                       coalesce(patient_id, %1$s) as patient_id, balance_cents as amount, responsible_since as occurred_on,
                       date '-infinity' as booked_on, uuid %1$s as entry_id
                  from ledger_open_item where through = (select through from closed)
                union all
                select line.account, coalesce(line.claim_id, %1$s),
                       case when line.account = 'INSURANCE_RECEIVABLE' then coalesce(line.payer_id, %1$s) else %1$s end,
                       coalesce(line.patient_id, %1$s), line.amount_cents, entry.occurred_on, entry.booked_on, entry.id
                  from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
                 where entry.booked_on > coalesce((select through from closed), '-infinity') and entry.booked_on <= ?::date
                   and line.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS')),
            open as (
                select account, claim_id, payer_id, patient_id, sum(amount) as balance
                  from moved group by account, claim_id, payer_id, patient_id having sum(amount) <> 0)
            """.formatted(NOBODY);

    /**
     * {@code item(account, claim_id, payer_id, patient_id, balance, responsible_since)}: responsible since the entry by which the balance
     * left zero for its present side the last time.
     */
    static final String ITEM = OPEN + """
            , step as (
                select account, claim_id, payer_id, patient_id, open.balance, moved.occurred_on,
                       row_number() over history as number, sum(sum(moved.amount)) over history as running
                  from moved join open using (account, claim_id, payer_id, patient_id)
                 group by account, claim_id, payer_id, patient_id, open.balance, moved.occurred_on, moved.booked_on, moved.entry_id
                window history as (partition by account, claim_id, payer_id, patient_id order by moved.booked_on, moved.entry_id)),
            since as (
                select step.*, max(case when running * sign(balance) <= 0 then number else 0 end)
                                   over (partition by account, claim_id, payer_id, patient_id) as settled
                  from step),
            item as (
                select account, nullif(claim_id, %1$s) as claim_id, nullif(payer_id, %1$s) as payer_id,
                       nullif(patient_id, %1$s) as patient_id, balance, occurred_on as responsible_since
                  from since where number = settled + 1)
            """.formatted(NOBODY);

    private OpenItemSql() {}
}
