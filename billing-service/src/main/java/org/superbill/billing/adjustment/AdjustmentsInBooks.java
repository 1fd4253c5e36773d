package org.superbill.billing.adjustment;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.superbill.billing.ledger.AgainstRecords;
import org.superbill.billing.sql.Sql;

/** Each entry by a person's hand has its record, and says what the record says: the accounts of its kind, claim, amount, reason, who and as what. */
@ApplicationScoped
class AdjustmentsInBooks implements AgainstRecords {
    private static final String ENTRIES = """
            with kind(kind, source, target) as (values %s),
            said as (
                select record.entry_id, record.organization_id, record.claim_id, record.posted_by, record.authority, lower(replace(record.reason, '_', '-')) as reason,
                       case when record.reverses is null then record.amount_cents else -record.amount_cents end as cents,
                       kind.source, kind.target, reversed.entry_id as reverses_entry_id
                  from ledger_adjustment record join kind using (kind)
                  left join ledger_adjustment reversed on reversed.organization_id = record.organization_id and reversed.id = record.reverses),
            booked as (
                select id as entry_id, posted_by, authority, reverses_entry_id from journal_entry where kind in ('ADJUSTMENT', 'ADJUSTMENT_REVERSAL')),
            differing as (
                select entry_id, said.claim_id, case when said.cents is null then 'has no record of who moved it and why'
                                                     when booked.posted_by is null then 'is gone, and a record tells of it'
                                                     else 'is not what its record says' end as explanation
                  from said full join booked using (entry_id)
                 where said.cents is null or booked.posted_by is null
                    or (said.posted_by, said.authority, said.reverses_entry_id) is distinct from (booked.posted_by, booked.authority, booked.reverses_entry_id)
                    or (select count(*) from ledger_line line
                         where line.organization_id = said.organization_id and line.entry_id = said.entry_id and line.claim_id = said.claim_id and line.reason = said.reason
                           and (line.account = said.target and line.amount_cents = said.cents or line.account = said.source and line.amount_cents = -said.cents)) <> 2)
            select entry_id, claim_id, explanation from differing limit ?""".formatted(Arrays.stream(AdjustmentKind.values())
            .map(kind -> "('%s', '%s', '%s')".formatted(kind.name(), kind.from(), kind.to()))
            .collect(joining(", ")));

    private final Sql sql;

    AdjustmentsInBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Difference> differences(int most) {
        return sql.list(
                ENTRIES,
                row -> new Difference(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                most);
    }
}
