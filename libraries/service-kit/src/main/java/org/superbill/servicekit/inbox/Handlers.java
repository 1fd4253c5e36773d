package org.superbill.servicekit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.superbill.events.Event;
import org.superbill.events.EventContract;
import org.superbill.events.EventJson;
import org.superbill.events.Ordering;
import org.superbill.servicekit.request.RequestTrace;

/** The service's event handlers by the type, with its version, that they take. */
@ApplicationScoped
class Handlers {
    private final Map<String, List<EventHandler<?>>> byType = new HashMap<>();
    private final TreeSet<String> topics = new TreeSet<>();
    private final Observation observation;

    Handlers(@All List<EventHandler<?>> handlers, Observation observation) {
        this.observation = observation;
        for (var handler : handlers) {
            var contract = EventContract.of(handler.type());
            byType.computeIfAbsent(contract.type(), type -> new ArrayList<>()).add(handler);
            topics.add(contract.topic());
        }
    }

    /** What this service listens to. */
    List<String> topics() {
        return List.copyOf(topics);
    }

    /** How the order of a topic's events is kept here: what is only observed has none. */
    Ordering orderingOf(Arrived event) {
        return topics.contains(event.topic()) ? event.ordering() : Ordering.UNORDERED;
    }

    /** @throws CannotApply when no handler takes this type or the data is not of its form */
    void handle(Arrived event) {
        if (!topics.contains(event.topic())) {
            observation.show(List.of(event)); // it is a dead letter of the observers that is replayed
            return;
        }
        var handlers = byType.get(event.envelope().type());
        if (handlers == null) {
            throw new CannotApply(
                    StuckReason.Code.UNKNOWN_VERSION,
                    "This release does not know the type " + event.envelope().type());
        }
        RequestTrace.begin(event.envelope().id().toString(), EnvelopeHeaders.traceparent(event.headers()));
        try {
            for (var handler : handlers) {
                handle(event, handler);
            }
        } finally {
            RequestTrace.end();
        }
    }

    /** Whether the handler of the type wants all of its events that came. */
    boolean takesAllThatCame(String type) {
        var handler = batchHandler(type);
        return handler != null && handler.takesAllThatCame();
    }

    private @Nullable BatchEventHandler<?> batchHandler(String type) {
        var handlers = byType.getOrDefault(type, List.of());
        return handlers.size() == 1 && handlers.get(0) instanceof BatchEventHandler<?> handler ? handler : null;
    }

    /**
     * Events of one type; what comes of those that a handler takes as a whole carries the trace of the first.
     *
     * @throws CannotApply when no handler takes this type or the data of one is not of its form
     */
    void handleAll(List<Arrived> events) {
        if (events.isEmpty()) {
            return;
        }
        var first = events.get(0);
        var handler = batchHandler(first.envelope().type());
        if (handler == null) {
            events.forEach(this::handle);
            return;
        }
        RequestTrace.begin(first.envelope().id().toString(), EnvelopeHeaders.traceparent(first.headers()));
        try {
            handleAll(events, handler);
        } finally {
            RequestTrace.end();
        }
    }

    private static <E extends Event> void handleAll(List<Arrived> events, BatchEventHandler<E> handler) {
        handler.handleAll(events.stream()
                .map(event -> new BatchEventHandler.Told<>(read(event, handler.type()), event.envelope()))
                .toList());
    }

    private static <E extends Event> void handle(Arrived event, EventHandler<E> handler) {
        handler.handle(read(event, handler.type()), event.envelope());
    }

    private static <E extends Event> E read(Arrived event, Class<E> type) {
        try {
            var data = EventJson.read(event.data(), type);
            if (data == null) {
                throw new CannotApply(StuckReason.Code.UNREADABLE_DATA, "The data is null");
            }
            RequiredFields.check((Record) data);
            return data;
        } catch (IllegalArgumentException e) {
            throw new CannotApply(StuckReason.Code.UNREADABLE_DATA, String.valueOf(e.getMessage()));
        }
    }
}
