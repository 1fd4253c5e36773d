package org.superbill.servicekit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.superbill.servicekit.inbox.EventObserver;
import org.superbill.servicekit.inbox.RawEvent;

/** Sees every event, as the gateway's feed does. */
@ApplicationScoped
public class Watcher implements EventObserver {
    /** How many calls are still to fail. */
    public static final AtomicInteger FAILURES = new AtomicInteger();

    /** Events that it can never take. */
    public static final Set<UUID> INDIGESTIBLE = ConcurrentHashMap.newKeySet();

    /** Events with which it comes to the end of its stack. */
    public static final Set<UUID> TOO_DEEP = ConcurrentHashMap.newKeySet();

    /** Whether it writes down what it sees; benchmarks measure without it. */
    public static volatile boolean writes = true;

    private final Table table;

    Watcher(Table table) {
        this.table = table;
    }

    @Override
    public void observe(List<RawEvent> batch) {
        if (!writes) {
            return;
        }
        for (var event : batch) {
            if (INDIGESTIBLE.contains(event.envelope().id())) {
                throw new IllegalStateException("The observer does not bear this");
            }
            if (TOO_DEEP.contains(event.envelope().id())) {
                throw new StackOverflowError();
            }
            var organization =
                    table.texts("select current_setting('app.organization')").get(0);
            table.update(
                    "insert into observed (organization_id, id, topic) values (?, ?, ?) on conflict do nothing",
                    organization,
                    event.envelope().id(),
                    event.topic());
        }
        if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The observer is out of order");
        }
    }
}
