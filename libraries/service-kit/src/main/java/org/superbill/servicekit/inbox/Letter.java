package org.superbill.servicekit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record as far as it could be read; what could not is empty. */
record Letter(
        UUID id, String topic, String subject, long sequence, String type, Headers headers, byte @Nullable [] data) {
    static Letter of(Arrived event) {
        var envelope = event.envelope();
        return new Letter(
                envelope.id(),
                event.topic(),
                envelope.subject(),
                envelope.sequence(),
                envelope.type(),
                event.headers(),
                event.data());
    }

    /** Its id is that of its place in Kafka, so that it stays one letter however often it is delivered from there. */
    static Letter unreadable(ConsumerRecord<byte[], byte[]> message) {
        var place = message.topic() + '/' + message.partition() + '/' + message.offset();
        return new Letter(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                message.topic(),
                "",
                0,
                "",
                message.headers(),
                message.value());
    }
}
