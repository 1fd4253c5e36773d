package org.superbill.billing.claimstatus;

import static org.superbill.billing.sql.Sql.instant;
import static org.superbill.billing.sql.Sql.rows;
import static org.superbill.billing.sql.Sql.utc;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.superbill.billing.reference.FactsJson;
import org.superbill.billing.sql.Sql;
import org.superbill.servicekit.ids.Ids;

/** Every statement of questions about claims. */
@ApplicationScoped
class StatusInquiryStore {
    private static final String INSERT = """
            insert into status_inquiry (id, claim_id, claim_number, payer_id, reason, state, waiting_since)
            select id, claim_id, claim_number, ?, ?, 'WAITING', ?
              from unnest(?::uuid[], ?::uuid[], ?::text[]) as given (id, claim_id, claim_number)
            on conflict (organization_id, claim_id) where state in ('WAITING', 'ASKED') do nothing""";
    private static final String ASKED = """
            update status_inquiry set state = 'ASKED', asked_at = ?, submission_id = ? where id = any(?)""";
    private static final String ANSWERED = """
            update status_inquiry set state = 'ANSWERED', answered_at = ?, answer_file_id = ?, payer_claim_number = given.payer_claim_number,
                   statuses = given.statuses
              from unnest(?::uuid[], ?::text[], ?::text[]) as given (id, payer_claim_number, statuses)
             where status_inquiry.id = given.id and state in ('ASKED', 'UNANSWERED')
            returning status_inquiry.id, claim_number""";
    private static final String UNANSWERED = """
            update status_inquiry set state = 'UNANSWERED' where id = any(?) and state = 'ASKED'""";
    private static final String WAITING = """
            select id, claim_number from status_inquiry where state = 'WAITING' and payer_id =
                (select payer_id from status_inquiry where state = 'WAITING' order by id limit 1)
             order by id limit ? for update skip locked""";
    private static final String NOT_TO_BE_ASKED = """
            select distinct claim_id from status_inquiry where payer_id = ? and (state in ('WAITING', 'ASKED') or waiting_since > ?)""";
    private static final String OF_CLAIM = """
            select id, claim_id, claim_number, payer_id, reason, state, waiting_since, asked_at, submission_id, answered_at,
                   answer_file_id, payer_claim_number, statuses
              from status_inquiry where claim_id = ? order by id""";

    private final Sql sql;

    StatusInquiryStore(Sql sql) {
        this.sql = sql;
    }

    /** A claim that waits to be asked about. */
    record Waiting(UUID id, String claimNumber) {}

    /** @param claims numbers by id */
    int insert(UUID payerId, String reason, Map<UUID, String> claims, Instant at) {
        return sql.run(INSERT, (connection, statement) -> {
            statement.setObject(1, payerId);
            statement.setString(2, reason);
            statement.setObject(3, utc(at));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid",
                            claims.keySet().stream().map(id -> Ids.next()).toArray()));
            statement.setArray(
                    5, connection.createArrayOf("uuid", claims.keySet().toArray()));
            statement.setArray(
                    6, connection.createArrayOf("text", claims.values().toArray()));
            return statement.executeUpdate();
        });
    }

    /** Of one payer, oldest first; held until the end of the transaction. */
    List<Waiting> waitingLocked(int limit) {
        return sql.run(WAITING, (connection, statement) -> {
            statement.setInt(1, limit);
            return rows(statement, row -> new Waiting(row.getObject(1, UUID.class), row.getString(2)));
        });
    }

    void asked(Collection<UUID> ids, UUID submissionId, Instant at) {
        sql.run(ASKED, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setObject(2, submissionId);
            statement.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
            return statement.executeUpdate();
        });
    }

    /** Holds those that nobody else holds now. @return the others */
    List<UUID> lockFree(Collection<UUID> ids) {
        var others = new ArrayList<>(ids("select id from status_inquiry where id = any(?)", ids));
        var free = "select id from status_inquiry where id = any(?) order by id for no key update skip locked";
        others.removeAll(ids(free, ids));
        return others;
    }

    private List<UUID> ids(String select, Collection<UUID> of) {
        return sql.run(select, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", of.toArray()));
            return rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    /** They keep nobody from asking again; an answer that comes late is taken. */
    void unanswered(Collection<UUID> ids) {
        sql.run(UNANSWERED, (connection, statement) -> {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return statement.executeUpdate();
        });
    }

    /** @return the claim numbers of those that were still unanswered, by id */
    Map<UUID, String> answered(Map<UUID, StatusAnswers.Answer> answers, UUID fileId, Instant at) {
        return sql.run(ANSWERED, (connection, statement) -> {
            statement.setObject(1, utc(at));
            statement.setObject(2, fileId);
            statement.setArray(
                    3, connection.createArrayOf("uuid", answers.keySet().toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            answers.values().stream()
                                    .map(StatusAnswers.Answer::payerClaimNumber)
                                    .toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "text",
                            answers.values().stream()
                                    .map(answer -> FactsJson.write(answer.statuses()))
                                    .toArray()));
            var numbers = new HashMap<UUID, String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return numbers;
        });
    }

    /** Claims whose question is open, or was put after an instant. */
    List<UUID> notToBeAsked(UUID payerId, Instant after) {
        return sql.run(NOT_TO_BE_ASKED, (connection, statement) -> {
            statement.setObject(1, payerId);
            statement.setObject(2, utc(after));
            return rows(statement, row -> row.getObject(1, UUID.class));
        });
    }

    List<StatusInquiryView> ofClaim(UUID claimId) {
        return sql.run(OF_CLAIM, (connection, statement) -> {
            statement.setObject(1, claimId);
            return rows(statement, StatusInquiryStore::view);
        });
    }

    private static StatusInquiryView view(ResultSet row) throws SQLException {
        var statuses = row.getString(13);
        return new StatusInquiryView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5).toLowerCase(Locale.ROOT),
                row.getString(6).toLowerCase(Locale.ROOT),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                instant(row, 8),
                row.getObject(9, UUID.class),
                instant(row, 10),
                row.getObject(11, UUID.class),
                row.getString(12),
                statuses == null ? List.of() : FactsJson.read(statuses, new TypeReference<List<ToldStatus>>() {}));
    }
}
