package org.superbill.servicekit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.superbill.events.EventContract;
import org.superbill.events.PatientBalanceChanged;
import org.superbill.servicekit.sample.Watcher;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.LocalKafka;
import org.superbill.stack.LocalPostgres;

/**
 * What the outbox costs and how fast it is relayed, on a real PostgreSQL (synchronous commit) and Kafka: {@code ./superbill bench outbox}. Its name keeps
 * it out of the tests.
 */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "durable", value = "true"))
class OutboxBench {
    private static final int WRITERS = 8;
    private static final int BACKLOG = 200_000;
    private static final int PER_SECOND = 500;
    private static final int SECONDS = 20;
    private static final String TOPIC = EventContract.PATIENT_BALANCE_CHANGED.topic();
    private static final UUID ORGANIZATION = UUID.randomUUID();

    LocalPostgres postgres;
    LocalKafka kafka;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    AgroalDataSource database;

    private final ThreadLocal<Connection> plainConnection = ThreadLocal.withInitial(this::openPlain);

    @Test
    void measure() throws Exception {
        Watcher.writes = false;
        try (var owner = postgres.connect("patient", "patient_owner");
                var statement = owner.createStatement()) {
            statement.execute(
                    "create table bench_plain (id uuid primary key, subject text not null, payload bytea not null)");
            statement.execute("grant insert on bench_plain to patient_service");
            commitRatio(owner);
            drain(owner);
            commitToConsumer(owner);
        }
    }

    /**
     * Events one per transaction, against plain one-row insert transactions (begin, insert, commit on an open connection, without
     * transaction manager or tenant), and against the same insert in a transaction of the kit's. In turns, so that all meet the
     * same machine.
     */
    private void commitRatio(Connection owner) throws Exception {
        var plain = 0.0;
        var ours = 0.0;
        var events = 0.0;
        perSecond(3, this::insertPlainRow);
        perSecond(4, this::insertPlainRowAsOrganization);
        perSecond(6, this::publish);
        for (var round = 0; round < 4; round++) {
            awaitEmpty(owner);
            plain += perSecond(3, this::insertPlainRow) / 4;
            ours += perSecond(3, this::insertPlainRowAsOrganization) / 4;
            events += perSecond(3, this::publish) / 4;
        }
        print("outbox.plain_transactions_per_s", plain, "1/s");
        print("outbox.transactions_of_the_kit_per_s", ours, "1/s");
        print("outbox.events_committed_per_s", events, "1/s");
        print("outbox.commit_ratio", events / plain, "x");
        print("outbox.commit_ratio_to_the_kit", events / ours, "x");
        awaitEmpty(owner);
    }

    private void drain(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.executeUpdate(
                    """
                    insert into outbox (organization_id, topic, subject, sequence, event_id, type, source, payload)
                    select '%s', '%s', gen_random_uuid()::text, 1, gen_random_uuid(), '%s', '/bench',
                           convert_to(format('{"patientId":"%%s","balanceCents":1200}', gen_random_uuid()), 'UTF8')
                    from generate_series(1, %d)""".formatted(ORGANIZATION, TOPIC, EventContract.PATIENT_BALANCE_CHANGED.type(), BACKLOG));
        }
        var start = System.nanoTime();
        awaitEmpty(owner);
        print("outbox.drain_events_per_s", BACKLOG / ((System.nanoTime() - start) / 1e9), "1/s");
    }

    private void commitToConsumer(Connection owner) throws Exception {
        awaitEmpty(owner);
        var committed = new ConcurrentHashMap<String, Long>();
        var arrived = new ConcurrentHashMap<String, Long>();
        var reading = new CountDownLatch(1);
        var reader = new Thread(() -> read(arrived, reading));
        reader.setDaemon(true);
        reader.start();
        if (!reading.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The consumer does not get its partitions");
        }
        var threads = Executors.newFixedThreadPool(WRITERS);
        var start = System.nanoTime();
        for (var i = 0; i < PER_SECOND * SECONDS; i++) {
            var due = start + TimeUnit.SECONDS.toNanos(1) * i / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            threads.execute(() -> {
                var patient = UUID.randomUUID();
                publish(patient);
                committed.put(patient.toString(), System.nanoTime());
            });
        }
        threads.shutdown();
        threads.awaitTermination(60, TimeUnit.SECONDS);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!arrived.keySet().containsAll(committed.keySet())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Events are missing: %d committed, %d arrived".formatted(committed.size(), arrived.size()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        var latencies = committed.entrySet().stream()
                .mapToDouble(entry -> (arrived.get(entry.getKey()) - entry.getValue()) / 1e6)
                .sorted()
                .toArray();
        print("outbox.commit_to_consumer_p50_ms", latencies[latencies.length / 2], "ms");
        print("outbox.commit_to_consumer_p99_ms", latencies[latencies.length * 99 / 100], "ms");
    }

    private void read(Map<String, Long> arrived, CountDownLatch reading) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, "bench",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                var records = consumer.poll(Duration.ofMillis(100));
                var now = System.nanoTime();
                records.forEach(record -> arrived.put(record.key(), now));
                if (!consumer.assignment().isEmpty()) {
                    consumer.assignment().forEach(consumer::position); // where "latest" is, before anything is told
                    reading.countDown();
                }
            }
        }
    }

    private void insertPlainRow() {
        try {
            var connection = plainConnection.get();
            insertInto(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insertPlainRowAsOrganization() {
        tenancy.as(ORGANIZATION, () -> {
            try (var connection = database.getConnection()) {
                insertInto(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void insertInto(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("insert into bench_plain values (?, ?, ?)")) {
            var id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setString(2, id.toString());
            insert.setBytes(3, new byte[80]);
            insert.executeUpdate();
        }
    }

    private Connection openPlain() {
        try {
            var connection = postgres.connect("patient", "patient_service");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish() {
        publish(UUID.randomUUID());
    }

    private void publish(UUID patient) {
        tenancy.as(ORGANIZATION, () -> outbox.publish(new PatientBalanceChanged(patient, 12_00)));
    }

    private static double perSecond(int seconds, Runnable transaction) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            var writers = new ArrayList<Callable<Long>>();
            for (var i = 0; i < WRITERS; i++) {
                writers.add(() -> {
                    var done = 0L;
                    while (System.nanoTime() < end) {
                        transaction.run();
                        done++;
                    }
                    return done;
                });
            }
            var total = 0L;
            for (var writer : threads.invokeAll(writers)) {
                total += writer.get();
            }
            return (double) total / seconds;
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitEmpty(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery("select exists (select from outbox)")) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(50)); // each look walks over what is deleted and not vacuumed
            }
        }
    }

    private static void print(String name, double value, String unit) {
        System.out.println("bench " + name + " " + String.format(Locale.ROOT, "%.3f", value) + " " + unit);
    }
}
