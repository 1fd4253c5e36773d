package org.superbill.servicekit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.superbill.servicekit.outbox.DeadLetter;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.outbox.RecordHeadersJson;

/** Tells of what can never be applied: in the log and, with the change, in {@code <topic>.dead-letter}. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            Outbox outbox, MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.metrics = metrics;
        this.service = service;
    }

    /** In the current transaction. The record goes as it came, with the headers {@code dead_letter_code}, {@code _reason} and {@code _service}. @return true */
    boolean publish(Letter letter, StuckReason reason) {
        LOG.warnf("Event %s of %s is a dead letter: %s", letter.id(), letter.topic(), reason.text());
        metrics.counter("superbill.inbox.dead_lettered", "topic", letter.topic())
                .increment();
        var headers = new RecordHeaders(letter.headers());
        headers.add("dead_letter_code", reason.code().text().getBytes(StandardCharsets.UTF_8));
        headers.add("dead_letter_reason", reason.text().getBytes(StandardCharsets.UTF_8));
        headers.add("dead_letter_service", service.getBytes(StandardCharsets.UTF_8));
        outbox.publish(new DeadLetter(
                letter.id(),
                letter.topic(),
                letter.type(),
                letter.subject(),
                letter.sequence(),
                RecordHeadersJson.write(headers),
                letter.data()));
        return true;
    }
}
