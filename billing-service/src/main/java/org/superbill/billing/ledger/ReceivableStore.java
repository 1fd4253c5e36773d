package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Receivables.Aged;
import org.superbill.billing.ledger.Receivables.Item;
import org.superbill.billing.sql.Sql;

/** The SQL of open items. */
@ApplicationScoped
class ReceivableStore {
    private static final String DATED = OpenItemSql.ITEM + """
            , aged as (
                select item.*, %s as since from item
                  left join ledger_claim_date dated on dated.claim_id = item.claim_id
                 where not ? or item.claim_id is not null and not exists (
                       select from ledger_line opening where opening.claim_id = item.claim_id and opening.account = 'OPENING_BALANCE'))
            """;
    private static final String AGED = DATED + """
            select account, bucket, balance < 0, count(*), sum(balance)
              from (select account, balance, width_bucket(greatest(?::date - since, 0), array[31, 61, 91, 121]) as bucket from aged) item
             group by account, bucket, balance < 0 order by account, bucket, balance < 0""";
    private static final String ITEMS = DATED + """
            select coalesce(claim_id, patient_id) as id, claim_id, patient_id, min(since), sum(balance) from aged
             where account = any(string_to_array(?, ',')) and (balance < 0) = ? and ?::date - since between ? and ?
               and coalesce(claim_id, patient_id) > ?
             group by claim_id, patient_id order by 1 limit ?""";

    private final Sql sql;

    ReceivableStore(Sql sql) {
        this.sql = sql;
    }

    /** @param ownOnly without what was taken over from a former system */
    List<Aged> aged(LocalDate asOf, AgeingBasis basis, boolean ownOnly) {
        return sql.list(
                AGED.formatted(basis.sql()),
                row -> new Aged(
                        Account.valueOf(row.getString(1)),
                        AgeBucket.values()[row.getInt(2)],
                        row.getBoolean(3),
                        row.getLong(4),
                        Cents.of(row.getLong(5))),
                asOf,
                asOf,
                ownOnly,
                asOf);
    }

    List<Item> items(
            LocalDate asOf,
            AgeingBasis basis,
            boolean ownOnly,
            Set<Account> accounts,
            @Nullable AgeBucket bucket,
            boolean credit,
            UUID after,
            int limit) {
        return sql.list(
                ITEMS.formatted(basis.sql()),
                row -> new Item(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, LocalDate.class),
                        Cents.of(row.getLong(5))),
                asOf,
                asOf,
                ownOnly,
                String.join(",", accounts.stream().map(Account::name).toList()),
                credit,
                asOf,
                bucket == null ? Integer.MIN_VALUE : bucket.from(),
                bucket == null ? Integer.MAX_VALUE : bucket.to(),
                after,
                limit);
    }
}
