package org.superbill.billing.deadline;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.snapshot.Stamp;
import org.superbill.billing.sql.Sql;

/** Every statement of filing limits. */
@ApplicationScoped
class FilingLimitStore {
    private static final String COLUMNS = "select payer_id, claim_type, days, counted_from, revision from filing_limit";
    private static final String ONE = COLUMNS + " where payer_id = ? and claim_type = ?";
    private static final String ENTER = """
            insert into filing_limit (payer_id, claim_type, days, counted_from, revision) values (?, ?, ?, ?, ?)
            on conflict (organization_id, payer_id, claim_type) do nothing""";
    private static final String CHANGE =
            "update filing_limit set days = ?, counted_from = ?, revision = ? where payer_id = ? and claim_type = ?";

    private static final String STAMP = """
            select concat((select concat(count(*), ' ', sum(revision)) from filing_limit), ' ',
                          (select concat(count(*), ' ', sum(revision)) from appeal_limit))""";

    private final AgroalDataSource dataSource;
    private final Sql sql;

    FilingLimitStore(AgroalDataSource dataSource, Sql sql) {
        this.dataSource = dataSource;
        this.sql = sql;
    }

    /** Another one whenever a limit was entered or changed, of filing or of an appeal. */
    String stamp() {
        return Stamp.read(dataSource, STAMP);
    }

    List<FilingLimit> all() {
        return sql.list(COLUMNS + " order by payer_id, claim_type", FilingLimitStore::limit);
    }

    Optional<FilingLimit> find(UUID payerId, ClaimType claimType) {
        return sql.list(ONE, FilingLimitStore::limit, payerId, claimType.name()).stream()
                .findFirst();
    }

    Optional<FilingLimit> findLocked(UUID payerId, ClaimType claimType) {
        return sql.list(ONE + " for update", FilingLimitStore::limit, payerId, claimType.name()).stream()
                .findFirst();
    }

    /** The first one. @return whether it is; where somebody enters another one at this moment, that is waited for */
    boolean enter(FilingLimit limit) {
        return sql.update(
                        ENTER,
                        limit.payerId(),
                        limit.claimType().name(),
                        limit.days(),
                        limit.countedFrom().name(),
                        limit.revision())
                == 1;
    }

    /** One that is there and held. */
    void change(FilingLimit limit) {
        sql.update(
                CHANGE,
                limit.days(),
                limit.countedFrom().name(),
                limit.revision(),
                limit.payerId(),
                limit.claimType().name());
    }

    private static FilingLimit limit(ResultSet row) throws SQLException {
        return new FilingLimit(
                row.getObject(1, UUID.class),
                ClaimType.valueOf(row.getString(2)),
                row.getInt(3),
                CountedFrom.valueOf(row.getString(4)),
                row.getLong(5));
    }
}
