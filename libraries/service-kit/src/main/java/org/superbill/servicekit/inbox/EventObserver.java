package org.superbill.servicekit.inbox;

import java.util.List;

/**
 * Sees every event of every topic that has a readable envelope: an {@code @ApplicationScoped} bean.
 *
 * <p>Each call has events of one organization, those of a topic and subject in their Kafka order, and runs in one transaction as
 * that organization (as nobody for {@link Envelope#NO_ORGANIZATION}). Delivery is at least once: the observer ignores ids that it
 * has. When it throws, each event of the batch is shown alone, and one that it does not take becomes a dead letter, which can be
 * replayed; only while the database is away does the batch come again.
 */
public interface EventObserver {
    void observe(List<RawEvent> batch);
}
