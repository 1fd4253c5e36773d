package org.superbill.servicekit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.superbill.servicekit.tenancy.Tenancy;

/** Shows the observers what has come, in one transaction per organization. */
@ApplicationScoped
class Observation {
    private static final Logger LOG = Logger.getLogger(Observation.class);
    private static final int ATTEMPTS = 3; // before an event that fails alone is taken out

    private final Tenancy tenancy;
    private final List<EventObserver> observers;
    private final InboxTable table;
    private final StuckTable stuck;
    private final DeadLetters deadLetters;

    Observation(
            Tenancy tenancy,
            @All List<EventObserver> observers,
            InboxTable table,
            StuckTable stuck,
            DeadLetters deadLetters) {
        this.tenancy = tenancy;
        this.observers = observers;
        this.table = table;
        this.stuck = stuck;
        this.deadLetters = deadLetters;
    }

    /** @return all or none; none when the database is away */
    int take(List<ConsumerRecord<byte[], byte[]>> messages) {
        try {
            byOrganization(messages).forEach(this::showTogether);
            return messages.size();
        } catch (RuntimeException | Error e) {
            LOG.warnf(
                    "The observers have not taken %d events; they come again: %s",
                    messages.size(), Failure.describe(e));
            LOG.debugf("Because of %s", Failure.trace(e));
            return 0;
        }
    }

    /** One that the observers cannot take must not keep the others, of this organization or of another, from being seen. */
    private void showTogether(UUID organization, List<Arrived> events) {
        try {
            as(organization, () -> show(events));
        } catch (RuntimeException | Error e) {
            requireNotPassing(e);
            events.forEach(event -> showAlone(organization, event));
        }
    }

    private void showAlone(UUID organization, Arrived event) {
        for (var attempt = 1; ; attempt++) {
            try {
                as(organization, () -> show(List.of(event)));
                return;
            } catch (RuntimeException | Error e) {
                requireNotPassing(e);
                if (attempt == ATTEMPTS) {
                    LOG.errorf(
                            "Event %s of %s is not observed: %s",
                            event.envelope().id(), event.topic(), Failure.trace(e));
                    as(organization, () -> bury(Letter.of(event), StuckReason.of(e)));
                    return;
                }
            }
        }
    }

    private static void requireNotPassing(Throwable failure) {
        if (Failure.of(failure) == Failure.PASSES) {
            throw new TryAgain("The observers wait for the database", failure);
        }
    }

    private void bury(Letter letter, StuckReason reason) {
        table.see(letter.id()); // so that it is known after a replay has taken it away
        if (stuck.bury(letter, reason)) {
            deadLetters.publish(letter, reason);
        }
    }

    /** In the current transaction. */
    void show(List<Arrived> events) {
        tenancy.remember();
        var raw = events.stream()
                .map(event -> new RawEvent(event.topic(), event.envelope(), event.data()))
                .toList();
        observers.forEach(observer -> observer.observe(raw));
    }

    private void as(UUID organization, Runnable work) {
        if (organization.equals(Envelope.NO_ORGANIZATION)) {
            tenancy.asNobody(() -> {
                work.run();
                return true;
            });
        } else {
            tenancy.as(organization, work);
        }
    }

    private static LinkedHashMap<UUID, List<Arrived>> byOrganization(List<ConsumerRecord<byte[], byte[]>> messages) {
        var groups = new LinkedHashMap<UUID, List<Arrived>>();
        for (var message : messages) {
            if (message.value() == null) {
                continue;
            }
            try {
                var event = Arrived.of(message);
                groups.computeIfAbsent(event.envelope().organization(), organization -> new ArrayList<>())
                        .add(event);
            } catch (UnreadableEnvelope e) {
                LOG.warnf(
                        "Record %s/%d/%d is not observed: %s",
                        message.topic(), message.partition(), message.offset(), e.getMessage());
            }
        }
        return groups;
    }
}
