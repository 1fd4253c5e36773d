package org.superbill.servicekit.inbox;

import java.util.List;
import org.superbill.events.Event;

/**
 * An {@link EventHandler} that takes what has piled up together. What holds for one event holds for each of them: once, in order,
 * with its inbox row in the transaction of the change. When the batch throws, nothing of it was done, and it is tried again in
 * halves until the event at fault stands alone, which then waits or becomes a dead letter by itself.
 */
public interface BatchEventHandler<E extends Event> extends EventHandler<E> {
    /**
     * In one transaction as the events' organization.
     *
     * @param events of one organization and type, no two of the same subject
     */
    void handleAll(List<Told<E>> events);

    /**
     * Whether it wants all that has piled up in a transaction of its own, since much at once costs it little more than one. Else its events
     * share one, at most {@value Batches#LIMIT}, with others that come beside them.
     */
    default boolean takesAllThatCame() {
        return false;
    }

    @Override
    default void handle(E event, Envelope envelope) {
        handleAll(List.of(new Told<>(event, envelope)));
    }

    /** An event with its envelope. */
    record Told<E extends Event>(E event, Envelope envelope) {}
}
