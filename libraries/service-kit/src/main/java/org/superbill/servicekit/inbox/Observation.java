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

    private final Tenancy tenancy;
    private final List<EventObserver> observers;

    Observation(Tenancy tenancy, @All List<EventObserver> observers) {
        this.tenancy = tenancy;
        this.observers = observers;
    }

    /** @return all or none */
    int take(List<ConsumerRecord<byte[], byte[]>> messages) {
        try {
            byOrganization(messages).forEach(this::show);
            return messages.size();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The observers have not taken %d events; they come again: %s",
                    messages.size(), Failure.describe(e));
            LOG.debugf("Because of %s", Failure.trace(e));
            return 0;
        }
    }

    private void show(UUID organization, List<RawEvent> events) {
        Runnable work = () -> {
            tenancy.remember();
            observers.forEach(observer -> observer.observe(events));
        };
        if (organization.equals(Envelope.NO_ORGANIZATION)) {
            tenancy.asNobody(() -> {
                work.run();
                return true;
            });
        } else {
            tenancy.as(organization, work);
        }
    }

    private static LinkedHashMap<UUID, List<RawEvent>> byOrganization(List<ConsumerRecord<byte[], byte[]>> messages) {
        var groups = new LinkedHashMap<UUID, List<RawEvent>>();
        for (var message : messages) {
            if (message.value() == null) {
                continue;
            }
            try {
                var event = Arrived.of(message);
                groups.computeIfAbsent(event.envelope().organization(), organization -> new ArrayList<>())
                        .add(new RawEvent(event.topic(), event.envelope(), event.data()));
            } catch (UnreadableEnvelope e) {
                LOG.warnf(
                        "Record %s/%d/%d is not observed: %s",
                        message.topic(), message.partition(), message.offset(), e.getMessage());
            }
        }
        return groups;
    }
}
