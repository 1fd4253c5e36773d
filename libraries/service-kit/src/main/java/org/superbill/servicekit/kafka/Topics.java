package org.superbill.servicekit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.superbill.events.EventContract;
import org.superbill.events.Ordering;

/** The topics of all events, made by whichever service comes first. */
@ApplicationScoped
public class Topics {
    /** Where the sandbox says what the business clock shows: no event of a service, one partition, kept for ever. */
    public static final String SANDBOX_CLOCK = "sandbox-clock-moved";

    /**
     * The largest record that Kafka is to take, in bytes: an event may carry all of a request of 1 MiB, and more around it. Producers,
     * topics and consumers go by this number.
     */
    public static final int LARGEST_RECORD = 2 * 1024 * 1024;

    private static final String DEAD_LETTER = ".dead-letter";
    private static final Duration RETENTION = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(Topics.class);

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
            var existing = new ArrayList<String>();
            admin.createTopics(missing.stream().map(this::topic).toList())
                    .values()
                    .forEach((topic, made) -> await(topic, made, existing));
            widen(admin, existing);
            there.addAll(missing);
        }
    }

    /** A topic of an older release, or of an operator, keeps all else. One that may not be changed is left: its largest events are set aside. */
    private static void widen(Admin admin, List<String> topics) {
        var toLargest = List.of(new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD)),
                AlterConfigOp.OpType.SET));
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try {
            var narrow = admin.describeConfigs(resources).all().get().entrySet().stream()
                    .filter(topic -> largest(topic.getValue()) < LARGEST_RECORD)
                    .collect(
                            Collectors
                                    .<Map.Entry<ConfigResource, Config>, ConfigResource, Collection<AlterConfigOp>>
                                            toMap(Map.Entry::getKey, topic -> toLargest));
            admin.incrementalAlterConfigs(narrow).all().get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            LOG.warnf("Topics may not take events of over 1 MiB: %s", e.getMessage());
        }
    }

    private static long largest(Config topic) {
        return Long.parseLong(topic.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
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
        var largest = Integer.toString(LARGEST_RECORD);
        return isState || name.equals(SANDBOX_CLOCK)
                ? Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        largest,
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT)
                : Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        largest,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(RETENTION.toMillis()));
    }

    private static void await(String topic, KafkaFuture<Void> made, List<String> existing) {
        try {
            made.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("The topic " + topic + " cannot be made", e.getCause());
            }
            existing.add(topic);
        }
    }
}
