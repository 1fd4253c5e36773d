package org.superbill.servicekit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.superbill.events.EventContract;
import org.superbill.events.Ordering;

/** The topics of all events, made by whichever service comes first. */
@ApplicationScoped
public class Topics {
    /** Where the sandbox says what the business clock shows: no event of a service, one partition, kept for ever. */
    public static final String SANDBOX_CLOCK = "sandbox-clock-moved";

    private static final String DEAD_LETTER = ".dead-letter";
    private static final Duration RETENTION = Duration.ofDays(30);

    private final KafkaSettings settings;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Every event has one. */
    public static List<String> ofEvents() {
        return Arrays.stream(EventContract.values()).map(EventContract::topic).toList();
    }

    /** Where the events of a topic go that a service cannot apply. */
    public static String deadLetterOf(String topic) {
        return topic + DEAD_LETTER;
    }

    /**
     * Makes those of the topics that are missing; asks Kafka once per topic.
     * @throws KafkaException when Kafka is away or refuses; then another attempt may succeed
     */
    public void ensure(Collection<String> topics) {
        var missing = topics.stream().filter(topic -> !there.contains(topic)).toList();
        if (missing.isEmpty()) {
            return;
        }
        try (var admin = Admin.create(adminSettings())) {
            admin.createTopics(missing.stream().map(this::topic).toList())
                    .values()
                    .forEach(this::await);
        }
    }

    private Map<String, Object> adminSettings() {
        var admin = settings.common();
        admin.put("default.api.timeout.ms", "10000");
        return admin;
    }

    private NewTopic topic(String name) {
        var partitions = name.endsWith(DEAD_LETTER) || name.equals(SANDBOX_CLOCK) ? 1 : settings.partitions();
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs(name));
    }

    private static Map<String, String> configs(String name) {
        var isState = Arrays.stream(EventContract.values())
                .anyMatch(contract -> contract.topic().equals(name) && contract.ordering() == Ordering.STATE);
        return isState || name.equals(SANDBOX_CLOCK)
                ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis()));
    }

    private void await(String topic, KafkaFuture<Void> made) {
        try {
            made.get();
            there.add(topic);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("The topic " + topic + " cannot be made", e.getCause());
            }
            there.add(topic);
        }
    }
}
