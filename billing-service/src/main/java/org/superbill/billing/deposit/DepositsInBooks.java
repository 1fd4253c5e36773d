package org.superbill.billing.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/** The bank account has all that the bank has shown, and the clearing what of it is not known yet. */
@ApplicationScoped
class DepositsInBooks implements AgainstRecords {
    private static final String SUMS = """
            with said(account, cents) as (
                select 'BANK_ACCOUNT', coalesce(sum(amount_cents), 0) from deposit where state <> 'TAKEN_BACK'
                union all select 'DEPOSIT_CLEARING', -coalesce(sum(amount_cents), 0) from deposit where state = 'OPEN'),
            booked as (
                select account, sum(amount_cents) as cents from ledger_line
                 where account in ('BANK_ACCOUNT', 'DEPOSIT_CLEARING') group by account)
            select format('%s is %s by the deposits, and %s in the books', account, said.cents, coalesce(booked.cents, 0))
              from said left join booked using (account)
             where said.cents <> coalesce(booked.cents, 0)
             limit ?""";

    private final Sql sql;

    DepositsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return sql.list(SUMS, row -> new Difference(null, null, row.getString(1)), most);
    }
}
