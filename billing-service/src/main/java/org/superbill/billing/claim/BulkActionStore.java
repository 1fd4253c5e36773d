package org.superbill.billing.claim;

import static org.superbill.billing.sql.Sql.rows;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.FactsJson;
import org.superbill.billing.sql.Sql;

/** The SQL of bulk actions, in the caller's transaction. */
@ApplicationScoped
class BulkActionStore {
    private static final String COUNTED = """
            select b.id, b.action, b.reason, b.query, b.requested_by, b.requested_at, count(i.claim_id),
                   count(*) filter (where i.state = 'WAITING'), count(*) filter (where i.state = 'DONE'), count(*) filter (where i.state = 'FAILED')
              from bulk_action b left join bulk_action_item i on i.organization_id = b.organization_id and i.bulk_action_id = b.id
             where b.id = ? group by b.organization_id, b.id""";
    private static final String NEXT = """
            select i.bulk_action_id, i.claim_id, b.action, b.reason, b.insurance_type, coalesce(i.retried_by, b.requested_by)
              from bulk_action_item i join bulk_action b on b.organization_id = i.organization_id and b.id = i.bulk_action_id
             where i.state = 'WAITING' order by i.bulk_action_id, i.claim_id limit 1 for no key update of i skip locked""";

    private final Sql sql;

    BulkActionStore(Sql sql) {
        this.sql = sql;
    }

    /** One claim's turn. @param askedBy who asked for it: for the action, or that this claim be tried again */
    record Item(UUID bulkActionId, UUID claimId, ClaimAction action, String askedBy) {}

    void insert(UUID id, ClaimAction action, ClaimFilter query, String requestedBy, Instant at) {
        sql.run(
                "insert into bulk_action (id, action, reason, insurance_type, query, requested_by, requested_at) values (?, ?, ?, ?, ?, ?, ?)",
                (connection, statement) -> {
                    statement.setObject(1, id);
                    statement.setString(2, action.kind().wire());
                    statement.setString(3, action.reason());
                    statement.setString(4, action.insuranceType());
                    statement.setString(5, FactsJson.write(query));
                    statement.setString(6, requestedBy);
                    statement.setObject(7, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    void insertItems(UUID id, List<UUID> claimIds) {
        sql.run(
                "insert into bulk_action_item (bulk_action_id, claim_id) select ?, unnest(?)",
                (connection, statement) -> {
                    statement.setObject(1, id);
                    statement.setArray(2, connection.createArrayOf("uuid", claimIds.toArray()));
                    return statement.executeUpdate();
                });
    }

    /** Ids that are no claim's: they are listed as failed when their turn comes. */
    void insertUnknown(UUID id, List<UUID> claimIds) {
        sql.run(
                "insert into bulk_action_item (bulk_action_id, claim_id) select distinct ?::uuid, given.id from unnest(?) given (id)"
                        + " where not exists (select from claim where claim.id = given.id)",
                (connection, statement) -> {
                    statement.setObject(1, id);
                    statement.setArray(2, connection.createArrayOf("uuid", claimIds.toArray()));
                    return statement.executeUpdate();
                });
    }

    Optional<BulkActionView> find(UUID id) {
        return sql.run(COUNTED, (connection, statement) -> {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(view(rows)) : Optional.<BulkActionView>empty();
            }
        });
    }

    private static BulkActionView view(ResultSet row) throws SQLException {
        return new BulkActionView(
                row.getObject(1, UUID.class),
                ClaimAction.Kind.fromString(row.getString(2)),
                row.getString(3),
                FactsJson.read(row.getString(4), new TypeReference<>() {}),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10));
    }

    /** Whose claims they are that wait for their turn. */
    List<UUID> patientsWaiting(UUID id) {
        return sql.run(
                "select distinct c.patient_id from bulk_action_item i join claim c on c.organization_id = i.organization_id and c.id = i.claim_id where i.bulk_action_id = ? and i.state = 'WAITING'",
                (connection, statement) -> {
                    statement.setObject(1, id);
                    return rows(statement, row -> row.getObject(1, UUID.class));
                });
    }

    List<BulkActionView.Failure> failures(UUID id, @Nullable UUID after, int limit) {
        return sql.run(
                "select claim_id, problem, detail from bulk_action_item where bulk_action_id = ? and state = 'FAILED' and claim_id > ? order by claim_id limit ?",
                (connection, statement) -> {
                    statement.setObject(1, id);
                    statement.setObject(2, after == null ? new UUID(0, 0) : after);
                    statement.setInt(3, limit);
                    var failures = new ArrayList<BulkActionView.Failure>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            failures.add(new BulkActionView.Failure(
                                    rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
                        }
                    }
                    return failures;
                });
    }

    /** A claim whose turn it is, held until the end of the transaction; another replica's are passed over. */
    Optional<Item> nextLocked() {
        return sql.run(NEXT, (connection, statement) -> {
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Item(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                new ClaimAction(
                                        ClaimAction.Kind.fromString(rows.getString(3)),
                                        rows.getString(4),
                                        rows.getString(5)),
                                rows.getString(6)))
                        : Optional.<Item>empty();
            }
        });
    }

    void done(Item item) {
        end(item, "DONE", null, null);
    }

    void failed(Item item, String problem, String detail) {
        end(item, "FAILED", problem, detail);
    }

    private void end(Item item, String state, @Nullable String problem, @Nullable String detail) {
        sql.run(
                "update bulk_action_item set state = ?, problem = ?, detail = ? where bulk_action_id = ? and claim_id = ? and state = 'WAITING'",
                (connection, statement) -> {
                    statement.setString(1, state);
                    statement.setString(2, problem);
                    statement.setString(3, detail);
                    statement.setObject(4, item.bulkActionId());
                    statement.setObject(5, item.claimId());
                    return statement.executeUpdate();
                });
    }

    /** What has failed gets another turn. @param by in whose name */
    int retry(UUID id, String by) {
        return sql.run(
                "update bulk_action_item set state = 'WAITING', problem = null, detail = null, retried_by = ? where bulk_action_id = ? and state = 'FAILED'",
                (connection, statement) -> {
                    statement.setString(1, by);
                    statement.setObject(2, id);
                    return statement.executeUpdate();
                });
    }
}
