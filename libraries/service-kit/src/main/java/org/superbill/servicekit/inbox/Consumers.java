package org.superbill.servicekit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.kafka.KafkaSettings;
import org.superbill.servicekit.kafka.Topics;

/** Runs what this service listens with: a thread for its handlers, one for its observers, one that tends what is stuck. */
@ApplicationScoped
class Consumers {
    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final Duration HANDLERS_GATHER = Duration.ofMillis(30); // a transaction for several instead of each
    private static final Duration OBSERVERS_GATHER = Duration.ofMillis(50); // people look at what they show
    private static final int SWEEP_SECONDS = 2;
    private static final int SWEEP_LIMIT = 100;

    private final Inbox inbox;
    private final Handlers handlers;
    private final Observation observation;
    private final List<EventObserver> observers;
    private final StuckTable stuck;
    private final AgroalDataSource relay;
    private final Topics topics;
    private final KafkaSettings settings;
    private final String service;
    private final List<KafkaLoop> loops = new ArrayList<>();
    private final List<Future<?>> chores = new ArrayList<>();
    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "inbox-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    Consumers(
            Inbox inbox,
            Handlers handlers,
            Observation observation,
            @All List<EventObserver> observers,
            StuckTable stuck,
            @DataSource("relay") AgroalDataSource relay,
            Topics topics,
            KafkaSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.observation = observation;
        this.observers = observers;
        this.stuck = stuck;
        this.relay = relay;
        this.topics = topics;
        this.settings = settings;
        this.service = service;
    }

    void start(@Observes StartupEvent started) {
        if (!handlers.topics().isEmpty()) {
            loops.add(new KafkaLoop(service, handlers.topics(), topics, settings, this::takeInTurn, HANDLERS_GATHER));
            chores.add(upkeep.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS));
        }
        chores.add(upkeep.scheduleWithFixedDelay(this::forgetOld, 1, 60, TimeUnit.MINUTES));
        if (!observers.isEmpty()) {
            loops.add(new KafkaLoop(
                    service + "-observers", Topics.ofEvents(), topics, settings, observation::take, OBSERVERS_GATHER));
        }
        loops.forEach(KafkaLoop::start);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        chores.forEach(chore -> chore.cancel(false));
        upkeep.shutdown(); // lets the transaction at hand end
        for (var loop : loops) {
            loop.stop();
        }
        if (!upkeep.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("The upkeep of the inbox does not stop");
        }
    }

    private int takeInTurn(List<ConsumerRecord<byte[], byte[]>> messages) {
        var taken = 0;
        while (taken < messages.size()) {
            var next = Batches.next(messages.subList(taken, messages.size()), inbox::takesAllThatCame);
            try {
                inbox.takeAll(next);
            } catch (TryAgain e) {
                LOG.warnf("%s; it is tried again", e.getMessage());
                LOG.debugf("Because of %s", Failure.trace(e));
                return taken;
            }
            taken += next.size();
        }
        return taken;
    }

    private void sweep() {
        try {
            stuck.due(SWEEP_LIMIT).forEach(this::visit);
        } catch (RuntimeException | Error e) {
            LOG.debugf("What is parked is visited again in the next round: %s", Failure.trace(e));
        }
    }

    /** By itself, for what keeps one organization's events must not keep another's. */
    private void visit(Aggregate aggregate) {
        var organization = aggregate.organization().isEmpty()
                ? Envelope.NO_ORGANIZATION
                : UUID.fromString(aggregate.organization());
        try {
            inbox.advance(organization, aggregate.topic(), aggregate.subject(), false);
        } catch (RuntimeException | Error e) {
            LOG.infof(
                    "What is parked of %s is visited again in the next round: %s",
                    aggregate.topic(), Failure.describe(e));
        }
    }

    /** Repeats of events that Kafka has no more cannot come, and the sequences refuse them anyway. */
    private void forgetOld() {
        try {
            Sql.update(relay, "delete from inbox where received_at < clock_timestamp() - interval '31 days'");
        } catch (RuntimeException | Error e) {
            LOG.debugf("Old inbox rows are deleted in the next round: %s", Failure.trace(e));
        }
    }
}
