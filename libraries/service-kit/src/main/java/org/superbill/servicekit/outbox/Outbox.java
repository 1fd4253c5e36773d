package org.superbill.servicekit.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.superbill.events.Event;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.events.Ordering;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.kafka.Topics;
import org.superbill.servicekit.request.RequestTrace;
import org.superbill.servicekit.tenancy.CurrentOrganization;
import org.superbill.servicekit.tenancy.Tenancy;

/**
 * Tells other services what has changed, if and only if the current transaction commits. An event gets the next sequence of its
 * topic and subject, whose lock is kept until then; so whoever tells of several subjects passes them in one call, in which they
 * are locked in one order.
 */
@ApplicationScoped
public class Outbox {
    private static final String SEQUENCED = """
            with next as (
                insert into outbox_sequence as s (organization_id, aggregate, last) values (?, ?, 1)
                on conflict (aggregate) do update set last = s.last + 1
                returning organization_id, last)
            insert into outbox (organization_id, sequence, topic, subject, event_id, type, source, traceparent, payload)
            select organization_id, last, ?, ?, ?, ?, ?, ?, ? from next""";
    private static final String UNORDERED = """
            insert into outbox (organization_id, sequence, topic, subject, event_id, type, source, traceparent, payload)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String DEAD_LETTER = """
            insert into outbox (organization_id, topic, subject, sequence, event_id, type, source, headers, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final CurrentOrganization organization;
    private final Tenancy tenancy;
    private final AfterCommit afterCommit;
    private final String source;

    Outbox(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            CurrentOrganization organization,
            Tenancy tenancy,
            AfterCommit afterCommit,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.transactions = transactions;
        this.organization = organization;
        this.tenancy = tenancy;
        this.afterCommit = afterCommit;
        this.source = "/" + service;
    }

    /** @throws IllegalStateException without a transaction, or without an organization where the event needs one */
    public void publish(Event event) {
        publish(List.of(event));
    }

    /** @throws IllegalStateException without a transaction, or without an organization where one of the events needs one */
    public void publish(List<? extends Event> events) {
        requireTransaction();
        var whose = organization.text();
        var told = events.stream()
                .map(event -> new Told(event, EventContract.of(event.getClass())))
                .sorted(Comparator.comparing((Told event) -> event.contract).thenComparing(Told::subject))
                .toList();
        if (whose.isEmpty() && !told.stream().allMatch(event -> event.contract.mayBeOfNoOrganization())) {
            throw new IllegalStateException("An event is told for an organization, and there is none");
        }
        tenancy.remember();
        try (var connection = database.getConnection()) {
            insert(
                    connection,
                    SEQUENCED,
                    whose,
                    told.stream().filter(Told::isSequenced).toList());
            insert(
                    connection,
                    UNORDERED,
                    whose,
                    told.stream().filter(event -> !event.isSequenced()).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("The events cannot be written", e);
        }
        if (!told.stream().allMatch(event -> event.contract == EventContract.AUDIT_RECORDED)) {
            afterCommit.wakeRelay(); // nobody waits for a record: it goes with the next event, or with the relay's next
            // look
        }
    }

    /** Sends a record to its topic's dead letters. @throws IllegalStateException without a transaction */
    public void publish(DeadLetter letter) {
        requireTransaction();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(DEAD_LETTER)) {
            insert.setString(1, organization.text());
            insert.setString(2, Topics.deadLetterOf(letter.topic()));
            insert.setString(3, letter.subject());
            insert.setLong(4, letter.sequence());
            insert.setObject(5, letter.id());
            insert.setString(6, letter.type());
            insert.setString(7, source);
            insert.setString(8, letter.headers());
            insert.setBytes(9, letter.payload());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letter cannot be written", e);
        }
        afterCommit.wakeRelay();
    }

    private void insert(Connection connection, String sql, String whose, List<Told> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(sql)) {
            for (var event : events) {
                set(insert, whose, event);
                if (events.size() > 1) {
                    insert.addBatch();
                }
            }
            if (events.size() > 1) {
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
        }
    }

    private void set(PreparedStatement insert, String whose, Told event) throws SQLException {
        var column = 0;
        insert.setString(++column, whose);
        if (event.isSequenced()) {
            insert.setObject(++column, aggregate(whose, event));
        }
        insert.setString(++column, event.contract.topic());
        insert.setString(++column, event.subject());
        insert.setObject(++column, Ids.next());
        insert.setString(++column, event.contract.type());
        insert.setString(++column, source);
        insert.setString(++column, RequestTrace.traceparent().orElse(null));
        insert.setBytes(++column, EventJson.write(event.event));
    }

    /** A short key for what would be three texts in every row and in the index: the first half of their SHA-256. */
    private static UUID aggregate(String whose, Told event) {
        var text = whose + '/' + event.contract.topic() + '/' + event.subject();
        var hash = ByteBuffer.wrap(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private void requireTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is told in a transaction, and there is none");
        }
    }

    private record Told(Event event, EventContract contract) {
        String subject() {
            return event.subject();
        }

        boolean isSequenced() {
            return contract.ordering() != Ordering.UNORDERED;
        }
    }
}
