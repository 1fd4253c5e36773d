package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/**
 * The cash of a payment is its BPR02 while it stands; that of each of its claims is CLP04, and what of it is unapplied that of the claims that nobody has found yet. What payers' decisions moved of a claim under the
 * reasons of a group is no more than its CAS of that group say: not all of them are booked, for instance not what is refused. The decisions of a payer that stand come to no more than the charge and
 * to no less than nothing, whoever has accepted them; and a later payer by whose decision a patient owes something has no greater credit than it has paid, once all payers before it have decided.
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
            with posted as materialized (select organization_id, id from remittance where state in ('POSTED', 'UNAPPLIED')),
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
                select payment.id, coalesce(payment.unapplied_cents, payment.payment_cents) - coalesce(sum(claim.paid_cents), 0) as cents
                  from remittance payment left join remittance_claim claim
                    on claim.organization_id = payment.organization_id and claim.remittance_id = payment.id and claim.posting = 'posted'
                 where payment.state = 'UNAPPLIED' group by payment.id
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

    private static final String DECIDED_ONCE = """
            with decided as (
                select claim.organization_id, claim.claim_id, claim.payer_id, coalesce(claim.payer_turn, 1) as turn, claim.entry_id, claim.charge_cents,
                       bool_or(claim.payer_id is null) over (partition by claim.claim_id) as before_payers_were_kept
                  from remittance_claim claim
                 where claim.posting = 'posted' and claim.claim_id is not null and claim.entry_id is not null and not claim.second_payment),
            entries as (
                select decided.organization_id, decided.claim_id, decided.payer_id, decided.turn, decided.entry_id, max(decided.charge_cents) as charge, sum(line.amount_cents) as cents
                  from decided join ledger_line line on line.organization_id = decided.organization_id and line.entry_id = decided.entry_id
                 where not before_payers_were_kept
                   and (line.account <> 'INSURANCE_RECEIVABLE' or line.payer_id <> decided.payer_id and line.reason like 'PR-%')
                 group by decided.organization_id, decided.claim_id, decided.payer_id, decided.turn, decided.entry_id),
            settled as (
                select organization_id, claim_id, payer_id, turn, greatest(max(charge), max(cents)) as charge, sum(cents) as cents
                  from entries group by organization_id, claim_id, payer_id, turn)
            select claim_id, format('decisions of payer %s come to %s of it, and it was charged %s', payer_id, cents, charged)
              from (select * from settled where cents > charge or cents < 0) settled cross join lateral (
                select greatest(charge, max(total_charge_cents)) as charged from claim_version version
                 where version.organization_id = settled.organization_id and version.claim_id = settled.claim_id) claim
             where (cents > charged or cents < 0)
               and not exists (select from ledger_line line where line.organization_id = settled.organization_id and line.claim_id = settled.claim_id and line.account = 'OPENING_BALANCE')
             limit ?""";
    private static final String CREDIT_WITHIN_PAID = """
            with later as (
                select organization_id, claim_id, payer_id, max(payer_turn) as turn from remittance_claim
                 where posting = 'posted' and payer_turn > 1 and claim_id is not null and payer_id is not null
                 group by organization_id, claim_id, payer_id having bool_and(line_charges is null)),
            money as (
                select later.claim_id, later.payer_id, later.turn, later.organization_id,
                       sum(line.amount_cents) filter (where line.account = 'INSURANCE_RECEIVABLE' and entry.kind not in ('ADJUSTMENT', 'ADJUSTMENT_REVERSAL')) as owed,
                       sum(line.amount_cents) filter (where line.account in ('CASH', 'REFUNDS_PAYABLE', 'SEQUESTRATION_ADJUSTMENT', 'WITHHOLDING')) as paid,
                       sum(line.amount_cents) filter (where line.account = 'PATIENT_RECEIVABLE' and entry.kind in ('PAYER_PAYMENT', 'PAYER_REVERSAL', 'POSTING_UNDONE')) as patients
                  from later join ledger_line line on line.organization_id = later.organization_id and line.claim_id = later.claim_id and line.payer_id = later.payer_id
                  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 group by later.organization_id, later.claim_id, later.payer_id, later.turn)
            select claim_id, format('payer %s has a credit of %s for it and has paid %s, and the patient owes %s by its decision', payer_id, -owed, coalesce(paid, 0), patients)
              from money
             where patients > 0 and -owed > coalesce(paid, 0)
               and turn - 1 = (
                   select count(*) from (
                       select payer_turn from remittance_claim before
                        where before.organization_id = money.organization_id and before.claim_id = money.claim_id and before.posting = 'posted'
                          and not before.second_payment and before.payer_turn < money.turn and before.status_code <> '25'
                        group by payer_turn having sum(case when before.status_code = '22' then -1 else 1 end) > 0) decided)
             limit ?""";

    private final Sql sql;

    PaymentsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return Stream.of(CASH, CASH_OF_CLAIMS, UNAPPLIED, ADJUSTMENTS, DECIDED_ONCE, CREDIT_WITHIN_PAID)
                .flatMap(question -> sql
                        .list(
                                question,
                                row -> new Difference(null, row.getObject(1, UUID.class), row.getString(2)),
                                most)
                        .stream())
                .toList();
    }
}
