package org.superbill.billing.deadline;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.snapshot.Stamp;

/** Every statement of filing limits. */
@ApplicationScoped
class FilingLimitStore {
    private static final String COLUMNS = "select payer_id, claim_type, days, counted_from, revision from filing_limit";
    private static final String ONE = COLUMNS + " where payer_id = ? and claim_type = ?";
    private static final String PUT = """
            insert into filing_limit (payer_id, claim_type, days, counted_from, revision) values (?, ?, ?, ?, ?)
            on conflict (organization_id, payer_id, claim_type)
                do update set days = excluded.days, counted_from = excluded.counted_from, revision = excluded.revision""";

    private static final String STAMP = """
            select concat((select concat(count(*), ' ', sum(revision)) from filing_limit), ' ',
                          (select concat(count(*), ' ', sum(revision)) from appeal_limit))""";

    private final AgroalDataSource dataSource;

    FilingLimitStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Another one whenever a limit was entered or changed, of filing or of an appeal. */
    String stamp() {
        return Stamp.read(dataSource, STAMP);
    }

    List<FilingLimit> all() {
        return query(COLUMNS + " order by payer_id, claim_type", statement -> {});
    }

    Optional<FilingLimit> find(UUID payerId, ClaimType claimType) {
        return one(ONE, payerId, claimType);
    }

    Optional<FilingLimit> findLocked(UUID payerId, ClaimType claimType) {
        return one(ONE + " for update", payerId, claimType);
    }

    private Optional<FilingLimit> one(String sql, UUID payerId, ClaimType claimType) {
        return query(sql, statement -> {
                    statement.setObject(1, payerId);
                    statement.setString(2, claimType.name());
                })
                .stream()
                .findFirst();
    }

    void put(FilingLimit limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PUT)) {
            statement.setObject(1, limit.payerId());
            statement.setString(2, limit.claimType().name());
            statement.setInt(3, limit.days());
            statement.setString(4, limit.countedFrom().name());
            statement.setLong(5, limit.revision());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<FilingLimit> query(String sql, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            var found = new ArrayList<FilingLimit>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new FilingLimit(
                            row.getObject(1, UUID.class),
                            ClaimType.valueOf(row.getString(2)),
                            row.getInt(3),
                            CountedFrom.valueOf(row.getString(4)),
                            row.getLong(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The filing limits' SQL failed with state " + e.getSQLState(), e);
    }
}
