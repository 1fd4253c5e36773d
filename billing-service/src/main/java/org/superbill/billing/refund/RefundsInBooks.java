package org.superbill.billing.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/** What is payable to a payer or a patient is what was approved for them and has not left; and no payer gets back more than it has paid. */
@ApplicationScoped
class RefundsInBooks implements AgainstRecords {
    private static final String PAYABLE = """
            with said as (
                select claim_id, patient_id, payer_id, sum(amount_cents) filter (where state = 'APPROVED') as cents
                  from refund group by claim_id, patient_id, payer_id),
            booked as (
                select claim_id, patient_id, payer_id, -sum(amount_cents) as cents from ledger_line
                 where account = 'REFUNDS_PAYABLE' and reason = 'REFUND' group by claim_id, patient_id, payer_id),
            both_sides as (
                select claim_id, patient_id, payer_id, coalesce(cents, 0) as said, 0 as booked from said
                union all select claim_id, patient_id, payer_id, 0, cents from booked)
            select claim_id, format('refunds of %s are approved and not sent, and the books owe %s', sum(said), sum(booked))
              from both_sides group by claim_id, patient_id, payer_id having sum(said) <> sum(booked)
             limit ?""";

    /** Of claims that were taken over nobody knows what was paid before. */
    private static final String ABOVE_PAID = """
            with sent as (
                select organization_id, claim_id, payer_id, sum(amount_cents) as cents from refund
                 where state in ('APPROVED', 'PAID', 'ACKNOWLEDGED') and payer_id is not null and claim_id is not null group by organization_id, claim_id, payer_id)
            select claim_id, format('refunds of %s are approved or sent to payer %s, and it has paid %s', sent.cents, payer_id, paid.cents)
              from sent cross join lateral (
                select coalesce(sum(line.amount_cents), 0) as cents from ledger_line line
                  join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
                 where line.organization_id = sent.organization_id and line.claim_id = sent.claim_id and line.payer_id = sent.payer_id
                   and line.account = 'CASH' and entry.kind = 'PAYER_PAYMENT') paid
             where sent.cents > paid.cents
               and not exists (select from ledger_line line where line.organization_id = sent.organization_id and line.claim_id = sent.claim_id and line.account = 'OPENING_BALANCE')
             limit ?""";

    private final Sql sql;

    RefundsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return Stream.of(PAYABLE, ABOVE_PAID)
                .flatMap(question -> sql
                        .list(
                                question,
                                row -> new Difference(null, row.getObject(1, UUID.class), row.getString(2)),
                                most)
                        .stream())
                .toList();
    }
}
