package org.superbill.servicekit.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service cannot apply, on its way to its topic's dead letters.
 *
 * @param topic where it came from
 * @param headers of the record, with those that say why; as {@link RecordHeadersJson} writes them
 * @param payload unchanged
 */
public record DeadLetter(
        UUID id, String topic, String type, String subject, long sequence, String headers, byte @Nullable [] payload) {}
