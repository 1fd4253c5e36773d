package org.superbill.gateway.eventfeed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.inbox.EventObserver;
import org.superbill.servicekit.inbox.RawEvent;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;

/** The feed of events: written as they cross Kafka, read by an organization about itself. */
@ApplicationScoped
public class Feed implements EventObserver {

    /** These are read with another permission, as the audit trail. */
    private static final String AUDIT_TOPIC = "audit-recorded";

    private final FeedStore store;

    Feed(FeedStore store) {
        this.store = store;
    }

    /**
     * What is asked for; null is everything.
     *
     * @param type a CloudEvents type with its version
     * @param topic the event's name without prefix and version
     * @param after the id of the last event seen
     */
    record Query(
            @Nullable String subject,
            @Nullable String type,
            @Nullable String topic,
            @Nullable UUID after) {}

    @Override
    public void observe(List<RawEvent> batch) {
        var shown = batch.stream()
                .filter(event -> !event.topic().equals(AUDIT_TOPIC))
                .toList();
        if (!shown.isEmpty()) {
            store.add(shown);
        }
    }

    /** @throws Problem {@code VALIDATION_FAILED} when {@code after} is not in the feed */
    @Transactional
    Page<FeedEvent> list(Query query, int limit) {
        if (query.after() != null && !store.has(query.after())) {
            throw new Problem(
                    KitProblem.VALIDATION_FAILED,
                    "A query parameter is not valid",
                    new FieldError("?after", "unknown-event", "after is not the id of an event in the feed"));
        }
        var events = store.list(query, limit + 1);
        if (events.size() <= limit) {
            return new Page<>(events, null);
        }
        var page = events.subList(0, limit);
        return new Page<>(page, page.get(limit - 1).id().toString());
    }
}
