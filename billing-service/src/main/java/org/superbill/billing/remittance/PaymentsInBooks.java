package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/**
 * The cash of a payment is its BPR02 while it stands; that of each of its claims is CLP04, and what of it is unapplied that of the claims that nobody has found yet. What payers' decisions moved of a claim under the
 * reasons of a group is no more than its CAS of that group say: not all of them are booked, for instance not what is refused.
 */
@ApplicationScoped
class PaymentsInBooks implements AgainstRecords {
    private static final String CASH = """
            with said as (
                select id, case when state in ('POSTED', 'UNAPPLIED') then payment_cents else 0 end as cents from remittance),
            booked as (
                select remittance_id as id, sum(amount_cents) as cents from ledger_line
                 where account = 'CASH' and remittance_id is not null group by remittance_id)
            select null::uuid, format('remittance %s pays %s, and has %s of cash in the books%s', id, coalesce(said.cents, 0), coalesce(booked.cents, 0),
                       (select format(': an estimate (CLP02 25) of it pays %s, which was not booked', sum(paid_cents)) from remittance_claim estimate
                         where estimate.remittance_id = coalesce(said.id, booked.id) and posting = 'posted' and status_code = '25' and entry_id is null having sum(paid_cents) <> 0))
              from said full join booked using (id)
             where coalesce(said.cents, 0) <> coalesce(booked.cents, 0)
             limit ?""";
    private static final String CASH_OF_CLAIMS = """
            with posted as materialized (select organization_id, id from remittance where state = 'POSTED'),
            said as (
                select claim.remittance_id, claim.claim_id, sum(claim.paid_cents) as cents
                  from posted join remittance_claim claim on claim.organization_id = posted.organization_id and claim.remittance_id = posted.id
                 where claim.posting = 'posted' and claim.claim_id is not null and (claim.status_code <> '25' or claim.entry_id is not null) group by claim.remittance_id, claim.claim_id),
            booked as (
                select line.remittance_id, line.claim_id, sum(line.amount_cents) as cents
                  from posted
                  join ledger_line line on line.organization_id = posted.organization_id and line.remittance_id = posted.id
                  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.account = 'CASH' and line.claim_id is not null and entry.kind in ('PAYER_PAYMENT', 'PAYER_REVERSAL')
                 group by line.remittance_id, line.claim_id)
            select claim_id, format('remittance %s pays %s for it, and the books have %s', remittance_id, coalesce(said.cents, 0), coalesce(booked.cents, 0))
              from said full join booked using (remittance_id, claim_id)
             where coalesce(said.cents, 0) <> coalesce(booked.cents, 0)
             limit ?""";
    private static final String UNAPPLIED = """
            with said as (
                select id, payment_cents as cents from remittance where state = 'UNAPPLIED'
                union all
                select payment.id, sum(claim.paid_cents)
                  from remittance_claim claim join remittance payment on payment.organization_id = claim.organization_id and payment.id = claim.remittance_id
                 where claim.posting = 'unapplied' and payment.state = 'POSTED' group by payment.id),
            booked as (
                select remittance_id as id, -sum(amount_cents) as cents from ledger_line where account = 'UNAPPLIED_CASH' group by remittance_id)
            select null::uuid, format('remittance %s leaves %s unapplied, and the books have %s', id, coalesce(said.cents, 0), coalesce(booked.cents, 0))
              from said full join booked using (id)
             where coalesce(said.cents, 0) <> coalesce(booked.cents, 0)
             limit ?""";
    private static final String ADJUSTMENTS = """
            with said as (
                select claim.claim_id, adjustment ->> 'group' as cas_group, sum(greatest((adjustment ->> 'amountCents')::bigint, 0)) as cents
                  from remittance_claim claim, jsonb_array_elements(claim.adjustments::jsonb) adjustment
                 where claim.posting = 'posted' and claim.status_code <> '22' and claim.claim_id is not null
                 group by claim.claim_id, adjustment ->> 'group'),
            booked as (
                select line.claim_id, left(line.reason, 2) as cas_group, sum(line.amount_cents) as cents
                  from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.claim_id is not null and line.account <> 'INSURANCE_RECEIVABLE' and line.reason ~ '^(CO|OA|PI|PR)-'
                   and entry.kind in ('PAYER_PAYMENT', 'PAYER_REVERSAL', 'POSTING_UNDONE')
                 group by line.claim_id, left(line.reason, 2))
            select claim_id, format('payers adjusted %s of it by %s, and the books have %s', coalesce(said.cents, 0), cas_group, booked.cents)
              from booked left join said using (claim_id, cas_group)
             where booked.cents > coalesce(said.cents, 0) and exists (select from claim where claim.id = claim_id)
             limit ?""";

    private final Sql sql;

    PaymentsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return List.of(CASH, CASH_OF_CLAIMS, UNAPPLIED, ADJUSTMENTS).stream()
                .flatMap(question -> sql
                        .list(
                                question,
                                row -> new Difference(null, row.getObject(1, UUID.class), row.getString(2)),
                                most)
                        .stream())
                .toList();
    }
}
