package org.superbill.systemtests;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The broker, past the services: to see whether everything has been read, and to tell events that no service would tell. */
public final class Kafka {
    private final String bootstrap;

    public Kafka(SuperbillSystem system) {
        this.bootstrap = system.stack().kafka().bootstrapServers();
    }

    /** How many records some consumer of the house has not read and committed yet. */
    public long lag() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var specs = new HashMap<String, ListConsumerGroupOffsetsSpec>();
            for (var group : admin.listGroups().all().get()) {
                specs.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
            var lag = 0L;
            for (var offsets : admin.listConsumerGroupOffsets(specs).all().get().values()) {
                var latest = new HashMap<TopicPartition, OffsetSpec>();
                offsets.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
                for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                    lag += end.getValue().offset() - offsets.get(end.getKey()).offset();
                }
            }
            return lag;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells one event as its owner would. */
    public void tell(String organization, String topic, int version, String subject, long sequence, String json) {
        try (var teller = teller(organization)) {
            teller.tell(topic, version, subject, sequence, json);
        }
    }

    /** To tell many events of an organization. */
    public Teller teller(String organization) {
        return new Teller(bootstrap, organization);
    }

    /** Tells events as their owners would, with the CloudEvents headers of the house; once it is closed Kafka has them all. */
    public static final class Teller implements AutoCloseable {
        private final KafkaProducer<String, byte[]> producer;
        private final String organization;
        private volatile @Nullable Exception refused;

        private Teller(String bootstrap, String organization) {
            this.organization = organization;
            this.producer = new KafkaProducer<>(
                    Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        public void tell(String topic, int version, String subject, long sequence, String json) {
            var event = new ProducerRecord<>(topic, subject, json.getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/system-tests",
                            "ce_type",
                            "org.superbill.%s.v%d".formatted(topic, version),
                            "ce_time",
                            Instant.now().toString(),
                            "ce_subject",
                            subject,
                            "ce_organization",
                            organization,
                            "ce_sequence",
                            String.valueOf(sequence),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(event, (sent, failure) -> refused = failure == null ? refused : failure);
        }

        /** @throws IllegalStateException when Kafka has refused one of them */
        @Override
        public void close() {
            producer.close();
            if (refused != null) {
                throw new IllegalStateException(refused);
            }
        }
    }
}
