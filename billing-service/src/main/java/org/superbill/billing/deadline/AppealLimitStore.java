package org.superbill.billing.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.superbill.billing.sql.Sql;

/** Every statement of appeal limits, but for the stamp, which is that of filing limits. */
@ApplicationScoped
class AppealLimitStore {
    private static final String COLUMNS = "select payer_id, level, days, revision from appeal_limit";
    private static final String ONE = COLUMNS + " where payer_id = ? and level = ?";
    private static final String ENTER = """
            insert into appeal_limit (payer_id, level, days, revision) values (?, ?, ?, ?)
            on conflict (organization_id, payer_id, level) do nothing""";
    private static final String CHANGE =
            "update appeal_limit set days = ?, revision = ? where payer_id = ? and level = ?";

    private final Sql sql;

    AppealLimitStore(Sql sql) {
        this.sql = sql;
    }

    List<AppealLimit> all() {
        return sql.list(COLUMNS + " order by payer_id, level", AppealLimitStore::limit);
    }

    Optional<AppealLimit> find(UUID payerId, String level) {
        return sql.list(ONE, AppealLimitStore::limit, payerId, level).stream().findFirst();
    }

    Optional<AppealLimit> findLocked(UUID payerId, String level) {
        return sql.list(ONE + " for update", AppealLimitStore::limit, payerId, level).stream()
                .findFirst();
    }

    /** The first one. @return whether it is; where somebody enters another one at this moment, that is waited for */
    boolean enter(AppealLimit limit) {
        return sql.update(ENTER, limit.payerId(), limit.level(), limit.days(), limit.revision()) == 1;
    }

    /** One that is there and held. */
    void change(AppealLimit limit) {
        sql.update(CHANGE, limit.days(), limit.revision(), limit.payerId(), limit.level());
    }

    private static AppealLimit limit(ResultSet row) throws SQLException {
        return new AppealLimit(row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getLong(4));
    }
}
