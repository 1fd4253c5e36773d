package org.superbill.billing.claim;

import static org.superbill.billing.sql.Sql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.SentClaims.SentClaim;
import org.superbill.billing.claim.SentClaims.SentVersion;
import org.superbill.billing.claim.SentClaims.Sum;
import org.superbill.billing.sql.Sql;

/** What has left, in plain SQL, for it is counted over every claim there is. */
@ApplicationScoped
class SentClaimStore {
    /** A refusal stands until the payer decides all the same; what was taken is where the payer's decision is. */
    private static final String STATE = """
            lower(replace(case
                when v.transport in ('SENT', 'RECEIVED') then v.transport
                when v.transport in ('REJECTED', 'REJECTED_ENVELOPE')
                     and (c.adjudication in ('NONE', 'PENDING') or c.adjudication_since <= v.transport_since) then v.transport
                when c.adjudication = 'NONE' then 'PENDING'
                else c.adjudication end, '_', '-'))""";

    private static final String NEWEST = """
            select distinct on (v.claim_id) v.claim_id, v.claim_number, v.version, c.payer_id, %s as state,
                   v.total_charge_cents, v.submission_id, v.sent_at
              from claim_version v join claim c on c.organization_id = v.organization_id and c.id = v.claim_id
             where v.sent_at is not null
             order by v.claim_id, v.version desc""".formatted(STATE);

    private static final String BY_STATE =
            "select state, count(*), sum(total_charge_cents) from (" + NEWEST + ") as newest group by state";

    private static final String ALL = """
            select count(*), coalesce(sum(total_charge_cents), 0) from claim_version v
             where sent_at is not null
               and version = (select max(version) from claim_version other where other.claim_id = v.claim_id
                                and other.organization_id = v.organization_id and other.sent_at is not null)""";

    private static final String BY_SUBMISSION = """
            select submission_id, count(*), sum(total_charge_cents) from claim_version where submission_id is not null group by 1""";

    private static final String LIST = "select * from (" + NEWEST + """
            ) as newest where claim_id > ? and (?::text is null or state = ?)
                and (?::uuid is null or claim_id in (select claim_id from claim_version where submission_id = ?))
            order by claim_id limit ?""";

    private static final String VERSIONS = """
            select version, claim_number, frequency, submission_id, sent_at, transport in ('REJECTED', 'REJECTED_ENVELOPE') from claim_version
             where claim_id = ? and sent_at is not null order by version""";

    private static final String UNDECIDED = """
            select c.id from claim c join claim_version v on v.organization_id = c.organization_id and v.claim_id = c.id
                    and v.version = c.current_version
             where c.payer_id = ? and c.adjudication in ('NONE', 'PENDING') and v.transport in ('SENT', 'RECEIVED', 'ACCEPTED')
               and v.sent_at <= ? and c.id <> all(?)
             order by c.id limit ?""";

    private final Sql sql;

    SentClaimStore(Sql sql) {
        this.sql = sql;
    }

    Map<String, Sum> byState() {
        return sql.run(BY_STATE, (connection, statement) -> {
            var sums = new TreeMap<String, Sum>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sums.put(row.getString(1), new Sum(row.getLong(2), row.getLong(3)));
                }
            }
            return sums;
        });
    }

    Sum all() {
        return sql.run(ALL, (connection, statement) -> {
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sum(row.getLong(1), row.getLong(2));
            }
        });
    }

    Map<UUID, Sum> bySubmission() {
        return sql.run(BY_SUBMISSION, (connection, statement) -> {
            var sums = new TreeMap<UUID, Sum>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sums.put(row.getObject(1, UUID.class), new Sum(row.getLong(2), row.getLong(3)));
                }
            }
            return sums;
        });
    }

    List<SentClaim> list(@Nullable String state, @Nullable UUID submissionId, UUID after, int limit) {
        return sql.run(LIST, (connection, statement) -> {
            statement.setObject(1, after);
            statement.setString(2, state);
            statement.setString(3, state);
            statement.setObject(4, submissionId);
            statement.setObject(5, submissionId);
            statement.setInt(6, limit);
            return rows(
                    statement,
                    row -> new SentClaim(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getInt(3),
                            row.getObject(4, UUID.class),
                            row.getString(5),
                            row.getLong(6),
                            row.getObject(7, UUID.class),
                            row.getObject(8, OffsetDateTime.class).toInstant()));
        });
    }

    List<SentVersion> versionsOf(UUID claimId) {
        return sql.run(VERSIONS, (connection, statement) -> {
            statement.setObject(1, claimId);
            return rows(
                    statement,
                    row -> new SentVersion(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, UUID.class),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getBoolean(6)));
        });
    }

    List<UUID> undecided(UUID payerId, Instant leftBefore, Collection<UUID> except, int limit) {
        return sql.run(UNDECIDED, (connection, statement) -> {
            statement.setObject(1, payerId);
            statement.setObject(2, leftBefore.atOffset(ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf("uuid", except.toArray()));
            statement.setInt(4, limit);
            return rows(statement, row -> row.getObject(1, UUID.class));
        });
    }
}
