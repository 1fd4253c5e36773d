package org.superbill.servicekit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.superbill.events.AuditRecorded;
import org.superbill.events.Event;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;

/** Plays the other services: tells events to the service under test and sees what it tells. */
public final class TestEvents implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

    private TestEvents(String bootstrap) {
        settings = Map.of(
                "bootstrap.servers", bootstrap, "auto.offset.reset", "earliest", "reconnect.backoff.max.ms", 200);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** On the Kafka of {@link ServiceStack}. */
    public static TestEvents open() {
        return new TestEvents(ConfigProvider.getConfig().getValue("SUPERBILL_KAFKA_BOOTSTRAP", String.class));
    }

    /** On any Kafka. */
    public static TestEvents open(String bootstrap) {
        return new TestEvents(bootstrap);
    }

    /** Tells it with the next sequence that this object has for the topic and subject. @return the event's id */
    public UUID publish(UUID organization, Event event) {
        var key = EventContract.of(event.getClass()).topic() + ' ' + event.subject();
        var sequence = sequences.computeIfAbsent(key, first -> new AtomicLong()).incrementAndGet();
        return publish(organization, event, sequence);
    }

    /** @return the event's id */
    public UUID publish(UUID organization, Event event, long sequence) {
        var id = UUID.randomUUID();
        publish(id, organization, event, sequence);
        return id;
    }

    /** Tells it under this id, for repeats. */
    public void publish(UUID id, UUID organization, Event event, long sequence) {
        var contract = EventContract.of(event.getClass());
        send(
                contract.topic(),
                event.subject(),
                headers(id, organization, contract.type(), event.subject(), sequence),
                EventJson.write(event));
    }

    /** The CloudEvents headers of a good event, to change. */
    public static Headers headers(UUID id, UUID organization, String type, String subject, long sequence) {
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_source", "/test");
        put(headers, "ce_type", type);
        put(headers, "ce_time", OffsetDateTime.now(Clock.systemUTC()).toString());
        put(headers, "ce_subject", subject);
        put(headers, "ce_organization", organization.toString());
        put(headers, "ce_sequence", Long.toString(sequence));
        put(headers, "content-type", "application/json");
        return headers;
    }

    /** Adds or replaces a header. */
    public static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends any record and waits until Kafka has it. */
    public void send(String topic, String key, Headers headers, byte[] data) {
        try {
            producer.send(new ProducerRecord<>(topic, null, key.getBytes(StandardCharsets.UTF_8), data, headers))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka does not take the test's event", e);
        }
    }

    /** The first event of this kind about this subject; waits for it up to 30 s. */
    public <E extends Event> E await(Class<E> type, String subject) {
        return await(type, subject, event -> true);
    }

    /** The first event of this kind about this subject that is as wanted; waits for it up to 30 s. */
    public <E extends Event> E await(Class<E> type, String subject, Predicate<E> wanted) {
        var contract = EventContract.of(type);
        var found = new ArrayList<E>();
        awaitRecord(contract.topic(), message -> {
            if (subject.equals(text(message, "ce_subject"))) {
                var event = EventJson.read(message.value(), type);
                if (wanted.test(event)) {
                    found.add(event);
                    return true;
                }
            }
            return false;
        });
        return found.get(0);
    }

    /** Every event of this kind about this subject that is there now, in Kafka's order. */
    public <E extends Event> List<E> all(Class<E> type, String subject) {
        return records(EventContract.of(type).topic()).stream()
                .filter(message -> subject.equals(text(message, "ce_subject")))
                .map(message -> EventJson.read(message.value(), type))
                .toList();
    }

    /** Whose data an operation was about, as the trail's first record of it says; waits for it. */
    public List<UUID> awaitPatients(UUID organization, String action) {
        var message = awaitRecord(
                EventContract.AUDIT_RECORDED.topic(),
                record -> organization.toString().equals(text(record, "ce_organization"))
                        && EventJson.read(record.value(), AuditRecorded.class)
                                .action()
                                .equals(action));
        var patients = EventJson.read(message.value(), AuditRecorded.class).patientIds();
        return patients == null ? List.of() : patients;
    }

    /** Every record of a topic that is there now, partition by partition. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = consumer()) {
            var partitions = assign(consumer, topic);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The first record of the topic that is as wanted; waits for it up to 30 s. */
    public ConsumerRecord<byte[], byte[]> awaitRecord(String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer()) {
            assign(consumer, topic);
            while (System.nanoTime() < deadline) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    if (wanted.test(message)) {
                        return message;
                    }
                }
            }
        }
        throw new AssertionError("Nothing of the kind came in %s within %s".formatted(topic, PATIENCE));
    }

    /** A header of a record as text; empty text when it is not there. */
    public static String text(ConsumerRecord<byte[], byte[]> message, String header) {
        var found = message.headers().lastHeader(header);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Also a topic that is not there yet. */
    private static List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (!partitions.isEmpty()) {
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                return partitions;
            }
        }
        throw new AssertionError("There is no topic " + topic);
    }
}
