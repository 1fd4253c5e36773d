package org.superbill.servicekit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * What CloudEvents says about an event.
 *
 * @param id of this event; the same in every delivery
 * @param type e.g. {@code org.superbill.encounter-coded.v1}
 * @param subject what the event is about, the Kafka key
 * @param organization {@link #NO_ORGANIZATION} for the few events that belong to none
 * @param sequence counts within one topic and subject from 1; 0 for unordered events
 * @param time when the change was made
 * @param source the service that tells it, e.g. {@code /coding-service}
 */
public record Envelope(
        UUID id, String type, String subject, UUID organization, long sequence, Instant time, String source) {
    public static final UUID NO_ORGANIZATION = new UUID(0, 0);
}
