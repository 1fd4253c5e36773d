package org.superbill.billing.remittance;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/** Which decisions about a claim are in the books; for features that have to read them as the payer said them. */
@ApplicationScoped
public class PostedClaims {
    private static final String OF_CLAIM = """
            select r.id, r.x12_file_id, r.position, c.position, c.claim_version, c.claim_number, c.status_code, c.charge_cents, c.paid_cents, r.payment_date
              from remittance_claim c join remittance r on r.organization_id = c.organization_id and r.id = c.remittance_id
             where c.claim_id = ? and c.posting = 'posted' and not c.second_payment and r.state <> 'UNDONE' and (c.status_code <> '25' or c.entry_id is not null) order by c.id""";

    private static final String FILES = """
            select r.x12_file_id, r.received_at, r.trace_number, r.payment_date, c.claim_version, r.source, c.payer_id
              from remittance_claim c join remittance r on r.organization_id = c.organization_id and r.id = c.remittance_id
             where c.claim_id = ? and c.posting = 'posted' and r.state <> 'UNDONE' order by c.id""";

    private final AgroalDataSource dataSource;

    PostedClaims(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A file in which a payer has decided a version.
     *
     * @param traceNumber TRN02
     * @param isPaper it was typed here from paper
     * @param payerId who has decided; absent where it was not kept
     */
    public record DecidedIn(
            UUID x12FileId,
            Instant receivedAt,
            String traceNumber,
            LocalDate paymentDate,
            int claimVersion,
            boolean isPaper,
            @Nullable UUID payerId) {
        /** Of a claim that a payer has forwarded, the next one decides the version that the first was sent. */
        public boolean isOf(UUID payer) {
            return payerId == null || payerId.equals(payer);
        }
    }

    /** Those that are in the books, in the order of their posting. */
    public List<DecidedIn> files(UUID claimId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(FILES)) {
            statement.setObject(1, claimId);
            var files = new ArrayList<DecidedIn>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    files.add(new DecidedIn(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            rows.getString(3),
                            rows.getObject(4, LocalDate.class),
                            rows.getInt(5),
                            RemittanceSource.Kind.PAPER.wire().equals(rows.getString(6)),
                            rows.getObject(7, UUID.class)));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new IllegalStateException("The SQL of posted claims failed with state " + e.getSQLState(), e);
        }
    }

    /** In the order of their posting; estimates that pay nothing and second payments, which decide nothing, are left out. */
    public List<PostedClaim> of(UUID claimId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(OF_CLAIM)) {
            statement.setObject(1, claimId);
            var posted = new ArrayList<PostedClaim>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    posted.add(new PostedClaim(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getInt(3),
                            rows.getInt(4),
                            rows.getInt(5),
                            rows.getString(6),
                            rows.getString(7),
                            Cents.of(rows.getLong(8)),
                            Cents.of(rows.getLong(9)),
                            rows.getObject(10, LocalDate.class)));
                }
            }
            return posted;
        } catch (SQLException e) {
            throw new IllegalStateException("The SQL of posted claims failed with state " + e.getSQLState(), e);
        }
    }
}
