package org.superbill.servicekit.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.job.BackgroundLoop;
import org.superbill.servicekit.kafka.KafkaSettings;
import org.superbill.servicekit.kafka.Topics;

/**
 * Moves this service's business clock as the sandbox says. Every replica reads the whole topic, from its beginning and without a
 * group, so that a service that starts later shows the same time as the others. Not there in production.
 */
@ApplicationScoped
class SandboxClock {
    private static final Logger LOG = Logger.getLogger(SandboxClock.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.SANDBOX_CLOCK, 0);

    private final Clocks clocks;
    private final Topics topics;
    private final KafkaSettings settings;
    private final ObjectMapper json;
    private final boolean enabled;
    private final BackgroundLoop loop;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable SandboxClockMoved last;

    SandboxClock(
            Clocks clocks,
            Topics topics,
            KafkaSettings settings,
            ObjectMapper json,
            @ConfigProperty(name = "superbill.sandbox-clock.enabled", defaultValue = "false") boolean enabled) {
        this.clocks = clocks;
        this.topics = topics;
        this.settings = settings;
        this.json = json;
        this.enabled = enabled;
        this.loop = new BackgroundLoop("sandbox-clock", PAUSE, this::read);
    }

    void start(@Observes StartupEvent event) {
        if (!enabled) {
            return;
        }
        if (ConfigUtils.isProfileActive("prod")) {
            LOG.warn("superbill.sandbox-clock.enabled is refused: nobody moves the clock of a production system");
            return;
        }
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            loop.close();
        }
    }

    private void read() {
        try {
            for (var message : reading().poll(POLL)) {
                take(message.value());
            }
        } catch (RuntimeException e) {
            drop();
            throw e;
        }
    }

    private KafkaConsumer<byte[], byte[]> reading() {
        var open = consumer;
        if (open == null) {
            topics.ensure(List.of(Topics.SANDBOX_CLOCK));
            open = new KafkaConsumer<>(settings.common(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            open.assign(List.of(PARTITION));
            open.seekToBeginning(List.of(PARTITION));
            consumer = open;
        }
        return open;
    }

    private void drop() {
        var open = consumer;
        consumer = null;
        if (open != null) {
            open.close();
        }
    }

    private void take(byte @Nullable [] value) {
        SandboxClockMoved moved;
        try {
            moved = json.readValue(value == null ? new byte[0] : value, SandboxClockMoved.class);
        } catch (IOException e) {
            LOG.warn("A record of the sandbox's clock cannot be read and is left out");
            return;
        }
        var before = last;
        if (before == null || moved.at().isAfter(before.at())) {
            last = moved;
            clocks.runAhead(moved.ahead());
            LOG.infof("The business clock is %s ahead", moved.ahead());
        }
    }
}
