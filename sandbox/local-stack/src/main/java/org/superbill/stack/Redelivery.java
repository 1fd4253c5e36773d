package org.superbill.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends what Kafka has once more, with the same key, value and headers: what "at least once" may do at any time. */
final class Redelivery {
    private static final String DEAD_LETTERS = ".dead-letter";
    private static final String SUBJECT = "ce_subject";

    private final String bootstrapServers;

    Redelivery(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Everything that was there when it was called, in its order. @return the number of records */
    int redeliver(@Nullable String subject, Collection<String> topics) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        // as large as a topic's largest
        var sending = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "acks", "all", "max.request.size", 2 * 1024 * 1024);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer())) {
            var count = 0;
            for (var partition : partitions(consumer, topics)) {
                count += redeliver(partition, subject, consumer, producer);
            }
            return count;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.isEmpty()
                        ? !topic.getKey().endsWith(DEAD_LETTERS)
                                && !topic.getKey().startsWith("__")
                        : topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static int redeliver(
            TopicPartition partition,
            @Nullable String subject,
            KafkaConsumer<byte[], byte[]> consumer,
            KafkaProducer<byte[], byte[]> producer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        var sent = new ArrayList<Future<RecordMetadata>>();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (record.offset() < end && isAbout(record, subject)) {
                    sent.add(producer.send(new ProducerRecord<>(
                            record.topic(), record.partition(), record.key(), record.value(), record.headers())));
                }
            }
        }
        sent.forEach(Redelivery::await);
        return sent.size();
    }

    private static boolean isAbout(ConsumerRecord<byte[], byte[]> record, @Nullable String subject) {
        if (subject == null) {
            return true;
        }
        var sought = subject.getBytes(StandardCharsets.UTF_8);
        var header = record.headers().lastHeader(SUBJECT);
        return Arrays.equals(sought, header == null ? record.key() : header.value());
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new StackException("Kafka refuses a record: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", e);
        }
    }
}
