package org.superbill.billing.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.superbill.billing.timeline.TimelineEntry;
import org.superbill.billing.timeline.TimelineSource;

/** Every posting of a claim, for its timeline. The amount is what payers and patient together owe more by it, or less. */
@ApplicationScoped
class LedgerTimeline implements TimelineSource {
    private static final String OF_CLAIM = """
            select e.id, e.kind, e.posted_at, string_agg(s.account || ' ' || s.amount, ', ' order by s.account), coalesce(sum(s.cents) filter (where s.owed), 0)
              from (select organization_id, entry_id, lower(replace(account, '_', '-')) as account, to_char(sum(amount_cents) / 100.0, 'FM999999999990.00') as amount,
                           sum(amount_cents) as cents, account in ('INSURANCE_RECEIVABLE', 'PATIENT_RECEIVABLE') as owed
                      from ledger_line where claim_id = ? group by organization_id, entry_id, account having sum(amount_cents) <> 0) s
              join journal_entry e on e.organization_id = s.organization_id and e.id = s.entry_id
             group by e.organization_id, e.id order by e.id""";

    private final AgroalDataSource dataSource;

    LedgerTimeline(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<TimelineEntry> of(UUID claimId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_CLAIM)) {
            statement.setObject(1, claimId);
            var entries = new ArrayList<TimelineEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new TimelineEntry(
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            null,
                            rows.getString(2).toLowerCase(Locale.ROOT).replace('_', '-'),
                            rows.getString(4),
                            null,
                            "journal-entry",
                            rows.getObject(1, UUID.class),
                            rows.getLong(5)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("The timeline's SQL failed with state " + e.getSQLState(), e);
        }
    }
}
