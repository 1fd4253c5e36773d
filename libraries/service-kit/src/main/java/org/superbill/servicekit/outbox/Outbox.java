package org.superbill.servicekit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.superbill.events.Event;

/** Tells other services what has changed, if and only if the current transaction commits. */
@ApplicationScoped
public class Outbox {
    public void publish(Event event) {
        publish(List.of(event));
    }

    public void publish(List<? extends Event> events) {
        throw new UnsupportedOperationException();
    }
}
