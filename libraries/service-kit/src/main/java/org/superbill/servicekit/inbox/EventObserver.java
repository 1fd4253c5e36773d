package org.superbill.servicekit.inbox;

import java.util.List;

/**
 * Sees every event of every topic that has a readable envelope: an {@code @ApplicationScoped} bean.
 *
 * <p>Each call has events of one organization, those of a topic and subject in their Kafka order, and runs in one transaction as
 * that organization (as nobody for {@link Envelope#NO_ORGANIZATION}). Delivery is at least once: the observer ignores ids that it
 * has. What it throws makes the batch come again, after a pause; it must therefore not throw because of what an event says.
 */
public interface EventObserver {
    void observe(List<RawEvent> batch);
}
