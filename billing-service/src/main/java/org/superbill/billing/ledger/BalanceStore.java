package org.superbill.billing.ledger;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.sql.Sql;

/** Balances of accounts: what closed periods had moved in all, and the lines since. */
@ApplicationScoped
class BalanceStore {
    /** Two parameters, both the last day. */
    private static final String MOVED = """
            with closed as (select max(through) as through from ledger_period where through <= ?::date),
            moved as (
                select account, payer_id, reason, debit_cents as debit, credit_cents as credit
                  from ledger_period_total where through = (select through from closed)
                union all
                select line.account, line.payer_id, line.reason, greatest(line.amount_cents, 0), greatest(-line.amount_cents, 0)
                  from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
                 where entry.booked_on > coalesce((select through from closed), '-infinity') and entry.booked_on <= ?::date)
            """;

    private static final String ACCOUNTS =
            MOVED + "select account, sum(debit), sum(credit) from moved group by account";
    private static final String TOTALS = MOVED + """
            insert into ledger_period_total (through, account, payer_id, reason, debit_cents, credit_cents)
            select ?::date, account, payer_id, reason, sum(debit), sum(credit) from moved group by account, payer_id, reason""";
    private static final String BY_PAYER = MOVED + """
            select payer_id, null, sum(debit), sum(credit) from moved
             where account = ? and (?::uuid is null or coalesce(payer_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') > ?::uuid)
             group by payer_id order by payer_id nulls last limit ?""";
    private static final String BY_REASON = MOVED + """
            select null::uuid, reason, sum(debit), sum(credit) from moved where account = ? group by reason order by reason nulls last""";
    private static final String BY_PATIENT = OpenItemSql.OPEN + """
            select patient_id, null, sum(greatest(balance, 0)), sum(greatest(-balance, 0)) from open
             where account = ? and (?::uuid is null or patient_id > ?::uuid)
             group by patient_id order by patient_id limit ?""";
    private static final String BY_AUTHORITY = """
            select null::uuid, entry.authority, sum(greatest(line.amount_cents, 0)), sum(greatest(-line.amount_cents, 0))
              from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             where entry.authority is not null and entry.booked_on <= ?::date and line.account = ?
             group by entry.authority order by entry.authority""";

    /** The account is written into the text, so that its index is found. */
    private static final String BY_PAYER_REFERENCE = """
            select line.payer_id, line.payer_reference, sum(greatest(line.amount_cents, 0)), sum(greatest(-line.amount_cents, 0)), min(entry.occurred_on)
              from ledger_line line join journal_entry entry on entry.organization_id = line.organization_id and entry.id = line.entry_id
             where line.account = '%s' and entry.booked_on <= ?::date
             group by line.payer_id, line.payer_reference having sum(line.amount_cents) <> 0
             order by min(entry.occurred_on), line.payer_id, line.payer_reference""";

    private final Sql sql;

    BalanceStore(Sql sql) {
        this.sql = sql;
    }

    /** Every account, those without lines too, at the end of a day. */
    List<AccountBalance> accounts(LocalDate asOf) {
        var found = sql
                .list(
                        ACCOUNTS,
                        row -> AccountBalance.of(
                                Account.valueOf(row.getString(1)),
                                row.getBigDecimal(2).toBigInteger(),
                                row.getBigDecimal(3).toBigInteger()),
                        asOf,
                        asOf)
                .stream()
                .collect(toMap(AccountBalance::account, balance -> balance));
        return Arrays.stream(Account.values())
                .map(account ->
                        found.getOrDefault(account, AccountBalance.of(account, BigInteger.ZERO, BigInteger.ZERO)))
                .toList();
    }

    /** Keeps what every account has moved in all until the end of a period that is being closed. */
    void keepTotals(LocalDate through, LocalDate closedBefore) {
        sql.update(TOTALS, closedBefore, through, through);
    }

    List<SubAccount> byPayer(Account account, LocalDate asOf, @Nullable UUID after, int limit) {
        return sql.list(BY_PAYER, SubAccount::ofPayer, asOf, asOf, account.name(), after, after, limit);
    }

    List<SubAccount> byPatient(Account account, LocalDate asOf, @Nullable UUID after, int limit) {
        return sql.list(BY_PATIENT, SubAccount::ofPatient, asOf, asOf, account.name(), after, after, limit);
    }

    List<SubAccount> byReason(Account account, LocalDate asOf) {
        return sql.list(BY_REASON, SubAccount::ofReason, asOf, asOf, account.name());
    }

    List<SubAccount> byAuthority(Account account, LocalDate asOf) {
        return sql.list(BY_AUTHORITY, SubAccount::ofAuthority, asOf, account.name());
    }

    /** Those that are not at zero, oldest first. */
    List<SubAccount> byPayerReference(Account account, LocalDate asOf) {
        return sql.list(BY_PAYER_REFERENCE.formatted(account.name()), SubAccount::ofPayerReference, asOf);
    }
}
