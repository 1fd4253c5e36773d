package org.superbill.servicekit.inbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.superbill.servicekit.job.BackgroundLoop;

/**
 * What operations alarm on, over all organizations and without their names: events that are stuck in this service, by state, and
 * those that Kafka has not got yet. Who they belong to is in each organization's own list.
 */
@ApplicationScoped
class EventBacklog {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String PARKED = "parked";
    private static final String DEAD_LETTERED = "dead-lettered";
    private static final String SET_ASIDE = "set-aside";
    private static final String WAITING = "waiting";
    private static final String OLDEST_SECONDS = "oldest-seconds";
    private static final String READ = """
            select '%s', count(*) from stuck_event where state = 'parked'
            union all select '%s', count(*) from stuck_event where state = 'dead-lettered'
            union all select '%s', count(*) from outbox_set_aside
            union all select '%s', count(*) from outbox
            union all select '%s', coalesce((select extract(epoch from clock_timestamp() - time) from outbox order by id limit 1), 0)""".formatted(PARKED, DEAD_LETTERED, SET_ASIDE, WAITING, OLDEST_SECONDS);

    private final AgroalDataSource database;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();
    private final BackgroundLoop loop = new BackgroundLoop("event-backlog", EVERY, this::read);

    EventBacklog(@DataSource("relay") AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        for (var state : new String[] {PARKED, DEAD_LETTERED, SET_ASIDE}) {
            metrics.gauge("superbill.events.stuck", Tags.of("state", state), figures, all -> figure(all, state));
        }
        metrics.gauge("superbill.outbox.waiting", figures, all -> figure(all, WAITING));
        metrics.gauge("superbill.outbox.oldest_seconds", figures, all -> figure(all, OLDEST_SECONDS));
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    void read() {
        try {
            Sql.list(database, READ, row -> Map.entry(row.getString(1), row.getDouble(2)))
                    .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        } catch (RuntimeException unknown) {
            figures.clear(); // no figure rather than an old one
            throw unknown;
        }
    }

    private static double figure(Map<String, Double> all, String name) {
        return all.getOrDefault(name, Double.NaN);
    }
}
