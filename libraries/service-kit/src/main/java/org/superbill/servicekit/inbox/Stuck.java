package org.superbill.servicekit.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.outbox.RecordHeadersJson;

/**
 * A row of {@code stuck_event}.
 *
 * @param isDead a dead letter; else it is parked
 * @param wasPublished it is among the topic's dead letters already
 * @param headers as {@link RecordHeadersJson} writes them
 */
record Stuck(
        UUID id,
        String topic,
        String subject,
        long sequence,
        String type,
        boolean isDead,
        boolean wasPublished,
        String headers,
        byte @Nullable [] payload) {
    /** @throws UnreadableEnvelope */
    Arrived arrived() {
        if (payload == null) {
            throw new UnreadableEnvelope("The record has no data", null);
        }
        return Arrived.of(topic, RecordHeadersJson.read(headers), payload);
    }
}
