package org.superbill.billing.remittance;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.billing.timeline.TimelineEntry;
import org.superbill.billing.timeline.TimelineSource;

/** Every payment file that speaks of a claim, for its timeline. */
@ApplicationScoped
class RemittanceTimeline implements TimelineSource {
    private static final String OF_CLAIM = """
            select r.x12_file_id, r.received_at, r.trace_number, r.decided_by, c.claim_version, c.status_code, c.charge_cents, c.paid_cents, c.patient_cents, c.patient_paid_cents
              from remittance_claim c join remittance r on r.organization_id = c.organization_id and r.id = c.remittance_id
             where c.claim_id = ? order by c.id""";

    private final AgroalDataSource dataSource;

    RemittanceTimeline(AgroalDataSource dataSource) {
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
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getInt(5),
                            "remittance-received",
                            "835 with trace %s: status %s, charged %s, paid %s, the patient's part %s%s"
                                    .formatted(
                                            rows.getString(3),
                                            rows.getString(6),
                                            dollars(rows.getLong(7)),
                                            dollars(rows.getLong(8)),
                                            dollars(rows.getLong(9)),
                                            patientPaid(rows.getObject(10, Long.class))),
                            rows.getString(4),
                            "x12-file",
                            rows.getObject(1, UUID.class),
                            rows.getLong(8)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("The timeline's SQL failed with state " + e.getSQLState(), e);
        }
    }

    /** Only the payer says it. @param cents absent where it says nothing */
    private static String patientPaid(@Nullable Long cents) {
        return cents == null
                ? ""
                : "; of which the patient has paid %s, as the payer says (AMT*F5): nothing is posted by it"
                        .formatted(dollars(cents));
    }

    private static String dollars(long cents) {
        return Cents.of(cents).dollars().toPlainString();
    }
}
