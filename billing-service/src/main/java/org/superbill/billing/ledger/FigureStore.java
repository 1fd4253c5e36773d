package org.superbill.billing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.sql.Sql;

/** The SQL of reports' figures. */
@ApplicationScoped
class FigureStore {
    private static final String OF_RECEIVABLES = """
            exists (select from ledger_line owed where owed.organization_id = entry.organization_id and owed.entry_id = entry.id
                       and owed.account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS'))""";

    private static final String OF_OWN_CLAIM = """
            line.claim_id is not null
                   and not exists (select from ledger_line opening where opening.organization_id = line.organization_id and opening.claim_id = line.claim_id
                                      and opening.account = 'OPENING_BALANCE')""";

    /** Parameters: first day, last day, accounts, side (twice), of which entries or claims. */
    private static final String SELECTED = """
              from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             where entry.booked_on >= ?::date and entry.booked_on <= ?::date and line.account = any(string_to_array(?, ','))
               and (? <> 'DEBIT' or line.amount_cents > 0) and (? <> 'CREDIT' or line.amount_cents < 0)
               and case ?::text when 'ALL' then true when 'ENTRIES_OF_RECEIVABLES' then %s else %s end
            """.formatted(OF_RECEIVABLES, OF_OWN_CLAIM);

    private static final String SUM = "select coalesce(sum(line.amount_cents), 0)" + SELECTED;
    private static final String PARTS = """
            select entry.id, entry.kind, entry.occurred_on, entry.booked_on, sum(line.amount_cents),
                   (array_agg(line.claim_id))[1], (array_agg(line.remittance_id))[1]
            """ + SELECTED + """
               and entry.id > ? group by entry.id, entry.kind, entry.occurred_on, entry.booked_on order by entry.id limit ?""";
    private static final String MOVEMENTS = """
            select line.account, -sum(line.amount_cents)
              from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             where entry.booked_on >= ?::date and entry.booked_on <= ?::date
               and line.account not in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE', 'COLLECTIONS') and %s
             group by line.account having sum(line.amount_cents) <> 0""".formatted(OF_RECEIVABLES);
    private static final String ORIGINS = """
            select line.line_number, line.account, line.amount_cents, line.claim_id, line.remittance_id, line.claim_line, line.reason, entry.occurred_on, entry.kind, entry.memo
              from journal_entry entry join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
             where entry.id = ? order by line.line_number""";

    private final Sql sql;

    FigureStore(Sql sql) {
        this.sql = sql;
    }

    BigInteger sum(LineSelection selection) {
        return sql.list(
                        SUM,
                        row -> row.getBigDecimal(1).toBigInteger(),
                        selection.from(),
                        selection.to(),
                        names(selection),
                        selection.side().name(),
                        selection.side().name(),
                        selection.of().name())
                .get(0);
    }

    List<Figures.Part> parts(LineSelection selection, UUID after, int limit) {
        return sql.list(
                PARTS,
                row -> new Figures.Part(
                        row.getObject(1, UUID.class),
                        row.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        Cents.of(row.getLong(5)),
                        row.getObject(6, UUID.class),
                        row.getObject(7, UUID.class)),
                selection.from(),
                selection.to(),
                names(selection),
                selection.side().name(),
                selection.side().name(),
                selection.of().name(),
                after,
                limit);
    }

    private static String names(LineSelection selection) {
        return String.join(
                ",", selection.accounts().stream().map(Account::name).sorted().toList());
    }

    Map<Account, BigInteger> receivableMovements(LocalDate from, LocalDate to) {
        var movements = new EnumMap<Account, BigInteger>(Account.class);
        sql.each(
                MOVEMENTS,
                row -> movements.put(
                        Account.valueOf(row.getString(1)), row.getBigDecimal(2).toBigInteger()),
                from,
                to);
        return movements;
    }

    List<Figures.Origin> origins(UUID entryId) {
        return sql.list(
                ORIGINS,
                row -> new Figures.Origin(
                        row.getString(9),
                        row.getString(10),
                        row.getInt(1),
                        Account.valueOf(row.getString(2)),
                        Cents.of(row.getLong(3)),
                        row.getObject(4, UUID.class),
                        row.getObject(5, UUID.class),
                        row.getObject(6, Integer.class),
                        row.getString(7),
                        row.getObject(8, LocalDate.class)),
                entryId);
    }
}
