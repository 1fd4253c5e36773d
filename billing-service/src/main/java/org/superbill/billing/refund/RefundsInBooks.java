package org.superbill.billing.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/** What is payable to a payer or a patient is what was approved for them and has not left. */
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

    private final Sql sql;

    RefundsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return sql.list(PAYABLE, row -> new Difference(null, row.getObject(1, UUID.class), row.getString(2)), most);
    }
}
