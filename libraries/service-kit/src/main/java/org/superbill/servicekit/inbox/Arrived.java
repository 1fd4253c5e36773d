package org.superbill.servicekit.inbox;

import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.superbill.events.EventContract;
import org.superbill.events.Ordering;

/** An event that has come, from Kafka or from those that were stuck; its data has not been read yet. */
record Arrived(String topic, Ordering ordering, Envelope envelope, Headers headers, byte[] data) {
    /** @throws UnreadableEnvelope */
    static Arrived of(ConsumerRecord<byte[], byte[]> message) {
        return of(message.topic(), message.headers(), message.value());
    }

    /** @throws UnreadableEnvelope */
    static Arrived of(String topic, Headers headers, byte[] data) {
        var ordering = orderingOf(topic);
        return new Arrived(topic, ordering, EnvelopeHeaders.read(topic, ordering, headers), headers, data);
    }

    String subject() {
        return envelope.subject();
    }

    /** By topic, as a version that is not known yet is ordered as its predecessors. */
    private static Ordering orderingOf(String topic) {
        return Arrays.stream(EventContract.values())
                .filter(contract -> contract.topic().equals(topic))
                .map(EventContract::ordering)
                .findFirst()
                .orElse(Ordering.UNORDERED);
    }
}
