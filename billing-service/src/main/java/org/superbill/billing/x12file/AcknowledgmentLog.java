package org.superbill.billing.x12file;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.superbill.servicekit.ids.Ids;

/** Remembers which file said what about which of our files and claims; only ever added to. */
@ApplicationScoped
public class AcknowledgmentLog {
    private static final String ABOUT_FILE = """
            insert into acknowledgment (id, file_id, kind, said, submission_id, received_at) values (?, ?, ?, ?, ?, ?)""";
    private static final String ABOUT_CLAIMS = """
            insert into acknowledgment (id, file_id, kind, said, claim_number, received_at)
            select given.id, ?, ?, given.said, given.claim_number, ?
              from unnest(?::uuid[], ?::text[], ?::text[]) as given (id, claim_number, said)""";
    private static final String OF = """
            select acknowledgment.file_id, acknowledgment.kind, said, acknowledgment.received_at, sha256
              from acknowledgment join x12_file on x12_file.id = file_id
             where submission_id = any(?) or claim_number = any(?) order by acknowledgment.id""";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    AcknowledgmentLog(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What a file of a receiver said.
     *
     * @param fileId of the receiver's file
     * @param kind {@code TA1}, {@code 999}, {@code 277CA} or {@code 277}; {@code 835} or {@code paper EOB} where the payer has decided
     * @param sha256 of the receiver's file
     */
    public record Said(UUID fileId, String kind, String said, Instant receivedAt, String sha256) {}

    /** About one claim. */
    record OfClaim(String claimNumber, String said) {}

    void aboutFile(UUID fileId, String kind, UUID submissionId, String said) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(ABOUT_FILE)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, fileId);
            insert.setString(3, kind);
            insert.setString(4, said);
            insert.setObject(5, submissionId);
            insert.setObject(6, now());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In one statement. */
    void aboutClaims(UUID fileId, String kind, Collection<OfClaim> claims) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(ABOUT_CLAIMS)) {
            insert.setObject(1, fileId);
            insert.setString(2, kind);
            insert.setObject(3, now());
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid", claims.stream().map(claim -> Ids.next()).toArray()));
            insert.setArray(
                    5,
                    connection.createArrayOf(
                            "text", claims.stream().map(OfClaim::claimNumber).toArray()));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "text", claims.stream().map(OfClaim::said).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What was said about these files of ours and these claims, in the order in which it came. */
    @Transactional(TxType.MANDATORY)
    public List<Said> about(Collection<UUID> submissionIds, Collection<String> claimNumbers) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setArray(1, connection.createArrayOf("uuid", submissionIds.toArray()));
            select.setArray(2, connection.createArrayOf("text", claimNumbers.toArray()));
            var found = new ArrayList<Said>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Said(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            row.getString(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** SHA-256 of files that were received, by id. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, String> hashes(Collection<UUID> fileIds) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select id, sha256 from x12_file where id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", fileIds.toArray()));
            var found = new HashMap<UUID, String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The acknowledgments' SQL failed with state " + e.getSQLState(), e);
    }
}
