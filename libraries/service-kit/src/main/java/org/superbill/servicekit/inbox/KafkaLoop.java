package org.superbill.servicekit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.job.Loops;
import org.superbill.servicekit.kafka.KafkaSettings;
import org.superbill.servicekit.kafka.Topics;

/** One thread that reads topics as one member of a group. An offset is committed after its record was taken, never before. */
final class KafkaLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(KafkaLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(200);
    private static final int MANY = 100; // that have come at once: more are waiting, and need no time to gather
    private static final int MOST_ROUNDS = 4; // after each other with something in it, for which gathering grows
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final String group;
    private final List<String> names;
    private final Topics topics;
    private final KafkaSettings settings;
    private final Taker taker;
    private final Duration gather;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long lastCommit;
    private int roundsInARow;
    private boolean inTrouble;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    /** Takes records, those of a partition in their order. */
    interface Taker {
        /** @return how many were taken, from the first; the rest comes again after a pause */
        int take(List<ConsumerRecord<byte[], byte[]>> messages);
    }

    /**
     * @param gather how long those that come right behind the first are waited for, so that they are taken together; up to {@value
     *     #MOST_ROUNDS} times as long while each round brings some: who is busy has more to gain by a batch than by haste
     */
    KafkaLoop(String group, List<String> names, Topics topics, KafkaSettings settings, Taker taker, Duration gather) {
        this.group = group;
        this.names = names;
        this.topics = topics;
        this.settings = settings;
        this.taker = taker;
        this.gather = gather;
        this.thread = new Thread(this, "kafka-" + group);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
        Loops.expect(thread);
    }

    /** Lets the transaction at hand end and leaves the group, so that another member takes over at once. */
    void stop() throws InterruptedException {
        Loops.release(thread);
        stopping.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        thread.join(10_000);
        thread.interrupt();
    }

    private boolean isStopped() {
        return stopping.getCount() == 0;
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                topics.ensure(names);
                read();
            } catch (WakeupException | InterruptException | InterruptedException e) {
                LOG.debug("Woken to stop", e); // the loop sees it
            } catch (RuntimeException | Error e) {
                tell(e);
                pause();
            }
        }
    }

    private void read() throws InterruptedException {
        try (var reading =
                new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = reading;
            reading.subscribe(names, beforeRevocation(reading));
            try {
                while (!isStopped()) {
                    var messages = new ArrayList<ConsumerRecord<byte[], byte[]>>();
                    reading.poll(POLL).forEach(messages::add);
                    if (!messages.isEmpty()) {
                        take(messages, reading);
                    }
                    commitWhenDue(reading);
                    roundsInARow = messages.isEmpty() ? 0 : Math.min(MOST_ROUNDS, roundsInARow + 1);
                    if (!messages.isEmpty() && messages.size() < MANY) {
                        stopping.await(roundsInARow * gather.toMillis(), TimeUnit.MILLISECONDS);
                    }
                }
            } finally {
                commitLast(reading);
            }
        }
    }

    private ConsumerRebalanceListener beforeRevocation(Consumer<byte[], byte[]> reading) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                commitLast(reading);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        };
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<byte[], byte[]> consumer) {
        var taken = taker.take(messages);
        messages.subList(0, taken)
                .forEach(message -> uncommitted.put(partition(message), new OffsetAndMetadata(message.offset() + 1)));
        if (taken == messages.size()) {
            recovered();
        } else {
            goBackTo(messages.subList(taken, messages.size()), consumer);
            pause();
        }
    }

    /** Now and then, and not for each of many small batches; what is taken twice after a crash has no effect the second time. */
    private void commitWhenDue(Consumer<byte[], byte[]> consumer) {
        var now = System.nanoTime();
        if (!uncommitted.isEmpty() && now - lastCommit >= COMMIT_EVERY.toNanos()) {
            consumer.commitAsync(Map.copyOf(uncommitted), null);
            uncommitted.clear();
            lastCommit = now;
        }
    }

    private void commitLast(Consumer<byte[], byte[]> consumer) {
        try {
            if (!uncommitted.isEmpty()) {
                consumer.commitSync(Map.copyOf(uncommitted), Duration.ofSeconds(2));
            }
        } catch (KafkaException e) {
            LOG.debugf("The last offsets are not committed: %s", e.getMessage());
        } finally {
            uncommitted.clear();
        }
    }

    private static void goBackTo(List<ConsumerRecord<byte[], byte[]>> left, Consumer<byte[], byte[]> consumer) {
        var first = new HashMap<TopicPartition, Long>();
        for (var message : left) {
            first.putIfAbsent(partition(message), message.offset());
        }
        first.forEach(consumer::seek);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private Map<String, Object> consumerSettings() {
        var consumer = settings.common();
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(Topics.LARGEST_RECORD));
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        // what a killed process held is taken over after this
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");
        return consumer;
    }

    private void tell(Throwable trouble) {
        if (!inTrouble && !isStopped()) {
            inTrouble = true;
            if (trouble instanceof KafkaException) {
                LOG.warnf("The group %s cannot read and goes on when this is over: %s", group, trouble.getMessage());
            } else {
                LOG.errorf("The group %s starts anew: %s", group, Failure.trace(trouble));
            }
        }
    }

    private void recovered() {
        pauseMillis = FIRST_PAUSE_MILLIS;
        inTrouble = false;
    }

    private void pause() {
        try {
            if (stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            LOG.debug("Woken to stop"); // the loop sees it
        }
    }
}
