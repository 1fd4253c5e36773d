package org.superbill.servicekit.inbox;

import org.superbill.events.Event;

/**
 * Takes one kind of event into this service: an {@code @ApplicationScoped} bean in its {@code inbound} package.
 *
 * <p>{@link #handle} runs in one transaction as the event's organization, once per event, in the order of the event's sequence.
 * {@link NotYet} makes it wait; a broken connection, a deadlock or a stale version makes it run again; whatever else it throws
 * makes the event a dead letter, which can be replayed over the API.
 */
public interface EventHandler<E extends Event> {
    Class<E> type();

    void handle(E event, Envelope envelope);
}
