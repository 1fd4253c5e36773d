package org.superbill.billing.openingbalance;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of what was taken over. */
@ApplicationScoped
class OpeningBalanceStore {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/opening-balance', 25))";
    private static final String KNOWN = "select key, content_hash from opening_balance where key = any(?)";
    private static final String INSERT = """
            insert into opening_balance (key, content_hash, former_system, claim_id, patient_id, entry_id, imported_by, imported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource dataSource;

    OpeningBalanceStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One row. @param contentHash of what was sent */
    record Taken(
            String key,
            String contentHash,
            @Nullable UUID claimId,
            UUID patientId,
            @Nullable UUID entryId) {}

    /** Hashes of what is there, by key; two imports come one after the other. */
    Map<String, String> known(Collection<String> keys) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(LOCK);
                var select = connection.prepareStatement(KNOWN)) {
            lock.execute();
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            var known = new HashMap<String, String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getString(2));
                }
            }
            return known;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void insert(List<Taken> rows, String formerSystem, String by, Instant at) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                insert.setString(1, row.key());
                insert.setString(2, row.contentHash());
                insert.setString(3, formerSystem);
                insert.setObject(4, row.claimId());
                insert.setObject(5, row.patientId());
                insert.setObject(6, row.entryId());
                insert.setString(7, by);
                insert.setObject(8, at.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The SQL of opening balances failed with state " + e.getSQLState(), e);
    }
}
