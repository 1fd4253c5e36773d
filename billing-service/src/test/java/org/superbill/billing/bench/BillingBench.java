package org.superbill.billing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PartnerFolders;
import org.superbill.billing.testing.Practice;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.Event;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.events.PatientChanged;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/**
 * How many claims a second billing makes of coded encounters, from {@code encounter-coded} in Kafka to the claim in an 837 that has
 * left: built, scrubbed, queued by itself, written, handed over, charged and told. PostgreSQL waits for the disk at each commit;
 * PostgreSQL, Kafka, the service and this program share the machine. The other services do not run.
 */
@QuarkusTest
@WithTestResource(
        value = ServiceStack.class,
        initArgs = {@ResourceArg(name = "database", value = "billing"), @ResourceArg(name = "durable", value = "true")})
@WithTestResource(FakePayer.Resource.class)
@WithTestResource(PartnerFolders.Resource.class)
class BillingBench {
    private static final int ENCOUNTERS = Integer.getInteger("encounters", 50_000);
    private static final int WARMING = Integer.getInteger("warming", 5_000);
    private static final int PATIENTS = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    LocalPostgres postgres;

    private final List<Facts> patients = new ArrayList<>();

    @Test
    void claimsPerSecond() throws Exception {
        try (var events = TestEvents.open();
                var connection = postgres.connect("billing", "billing_owner")) {
            var practice = new Practice(events);
            PartnerFolders.account("drop", practice.organization);
            registers(practice, events);
            tellCodings(practice.organization, 0, WARMING);
            awaitSent(connection, WARMING);
            var start = System.nanoTime();
            tellCodings(practice.organization, WARMING, ENCOUNTERS);
            var told = System.nanoTime();
            awaitSent(connection, WARMING + ENCOUNTERS / 2);
            var half = System.nanoTime();
            awaitSent(connection, WARMING + ENCOUNTERS);
            var end = System.nanoTime();
            print("billing.claims", ENCOUNTERS, "claims");
            print("billing.claims_per_s", ENCOUNTERS / seconds(start, end), "1/s");
            print("billing.claims_per_s_first_half", ENCOUNTERS / 2 / seconds(start, half), "1/s");
            print("billing.claims_per_s_second_half", (ENCOUNTERS - ENCOUNTERS / 2) / seconds(half, end), "1/s");
            print("billing.told_in_s", seconds(start, told), "s");
            var sent = PartnerFolders.collect("drop", practice.organization).stream()
                    .mapToInt(file -> file.split("~\n?CLM\\*").length - 1)
                    .sum();
            assertThat(sent).as("claims in the files that left").isEqualTo(WARMING + ENCOUNTERS);
            assertThat(practice.get("/api/v1/reconciliation").getBoolean("addsUp"))
                    .isTrue();
            assertThat(practice.booksAreCoherent()).isTrue();
        }
    }

    private void registers(Practice practice, TestEvents events) {
        var first = practice.facts().through("drop", "T");
        practice.registers(first);
        practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"submitsCleanClaims\":true,\"sendAt\":[],\"sendOn\":[]}")
                .put("/api/v1/submission-schedules/" + first.payer.payerId())
                .then()
                .statusCode(200);
        for (var i = 0; i < PATIENTS; i++) {
            var facts = practice.facts();
            facts.encounter = first.encounter;
            facts.patient = new PatientChanged(
                    UUID.randomUUID(),
                    "MARIA",
                    null,
                    "GARCIA",
                    first.patient.birthDate(),
                    first.patient.sex(),
                    Facts.ADDRESS,
                    null);
            facts.coverage = new CoverageChanged(
                    UUID.randomUUID(),
                    facts.patient.patientId(),
                    first.payer.payerId(),
                    "W%09d".formatted(i),
                    null,
                    null,
                    1,
                    first.coverage.relationshipToSubscriber(),
                    null,
                    first.coverage.effectiveFrom(),
                    null);
            events.publish(practice.organization, facts.patient);
            events.publish(practice.organization, facts.coverage);
            patients.add(facts);
        }
    }

    /** Each patient comes once a day: the same service twice a day is stopped as sent already. */
    private void tellCodings(UUID organization, int from, int count) {
        var bootstrap = ConfigProvider.getConfig().getValue("SUPERBILL_KAFKA_BOOTSTRAP", String.class);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var i = from; i < from + count; i++) {
                send(producer, organization, coding(patients.get(i % PATIENTS), i / PATIENTS));
            }
        }
    }

    private static EncounterCoded coding(Facts facts, int day) {
        var coded = facts.encounter;
        var date = coded.serviceDate().plusDays(day);
        var lines = coded.lines().stream()
                .map(line -> new EncounterCoded.Line(
                        line.lineNumber(),
                        line.procedureCode(),
                        line.modifiers(),
                        line.units(),
                        line.chargeCents(),
                        date,
                        line.diagnosisPointers()))
                .toList();
        return new EncounterCoded(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                facts.patient.patientId(),
                coded.practitionerId(),
                coded.locationId(),
                List.of(facts.coverage.coverageId()),
                date,
                coded.diagnoses(),
                lines,
                "coder");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, UUID organization, Event event) {
        var contract = EventContract.of(event.getClass());
        producer.send(new ProducerRecord<>(
                contract.topic(),
                null,
                event.subject().getBytes(StandardCharsets.UTF_8),
                EventJson.write(event),
                TestEvents.headers(UUID.randomUUID(), organization, contract.type(), event.subject(), 1)));
    }

    private static void awaitSent(Connection connection, long wanted) throws SQLException, InterruptedException {
        var seen = -1L;
        var since = System.nanoTime();
        while (true) {
            var sent = sent(connection);
            if (sent >= wanted) {
                return;
            }
            if (sent != seen) {
                seen = sent;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw new AssertionError("%d of %d claims have left and nothing moves".formatted(sent, wanted));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** From the files, of which there are few: the count costs nothing. */
    private static long sent(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select coalesce(sum(claim_count), 0) from submission where sent_at is not null")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "bench %s %.3f %s%n", name, value, unit);
    }
}
