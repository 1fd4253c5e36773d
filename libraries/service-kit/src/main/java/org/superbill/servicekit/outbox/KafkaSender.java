package org.superbill.servicekit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.kafka.Topics;

/** Brings a batch of the outbox to Kafka: idempotent, acknowledged by all replicas. */
final class KafkaSender implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    KafkaSender(Map<String, Object> common) {
        common.put(ProducerConfig.ACKS_CONFIG, "all");
        common.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        common.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        common.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "120000");
        common.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.LARGEST_RECORD));
        common.put(ProducerConfig.LINGER_MS_CONFIG, "5"); // cut short by the flush after each batch
        common.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(128 * 1024));
        producer = new KafkaProducer<>(common, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** What became of a batch; {@code failure} when some of it stayed behind and may be sent again. */
    record Sent(
            List<Long> ids, List<Refused> refused, @Nullable KafkaException failure) {}

    /** Kafka will never take it. */
    record Refused(long id, String reason) {}

    /** Sends all, then waits for all. After a record that fails at once its aggregate's later ones are not sent. */
    Sent send(List<Waiting> batch) {
        var held = new HashSet<String>();
        var underWay = new ArrayList<UnderWay>(batch.size());
        for (var waiting : batch) {
            if (!held.isEmpty() && held.contains(waiting.aggregate())) {
                continue;
            }
            var message = new UnderWay(waiting.id(), producer.send(waiting.message()));
            underWay.add(message);
            var failure = message.future.isDone() ? message.failure() : null;
            if (failure != null) {
                held.add(waiting.aggregate());
                if (!isForGood(failure)) {
                    break; // Kafka is away: the rest would only wait as long again
                }
            }
        }
        producer.flush();
        return sort(underWay);
    }

    private static Sent sort(List<UnderWay> underWay) {
        var ids = new ArrayList<Long>(underWay.size());
        var refused = new ArrayList<Refused>();
        @Nullable KafkaException again = null;
        for (var message : underWay) {
            var failure = message.failure();
            if (failure == null) {
                ids.add(message.id);
            } else if (isForGood(failure)) {
                refused.add(new Refused(message.id, failure.getClass().getSimpleName() + ": " + failure.getMessage()));
            } else {
                again = failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
            }
        }
        return new Sent(ids, refused, again);
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTopicException
                || failure instanceof SerializationException;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO); // what is not acknowledged is still in the outbox
    }

    private record UnderWay(long id, Future<RecordMetadata> future) {
        /** Waits; null when Kafka has it. */
        @Nullable
        Throwable failure() {
            try {
                future.get();
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
