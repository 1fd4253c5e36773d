package org.superbill.stack;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Moves the business clock of every service: one record in the topic {@code sandbox-clock-moved}, which they all read. */
final class SandboxClock {
    private static final String TOPIC = "sandbox-clock-moved";

    private final String bootstrapServers;

    SandboxClock(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void moveTo(Instant now) {
        var moved = "{\"now\":\"%s\",\"at\":\"%s\"}"
                .formatted(now, Clock.systemUTC().instant());
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            TOPIC, 0, "clock".getBytes(StandardCharsets.UTF_8), moved.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the clock was moved");
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not take the move of the clock: " + e.getCause(), e);
        }
    }
}
