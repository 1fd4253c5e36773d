package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedeliveryTest {
    private static final List<String> TOPICS = List.of("coded", "billed", "coded.dead-letter");

    private final LocalKafka kafka = LocalKafka.temporary();
    private final Redelivery redelivery = new Redelivery(kafka.bootstrapServers());

    @AfterAll
    void stop() {
        kafka.close();
    }

    @BeforeEach
    void twoEncounters() throws Exception {
        try (var admin = Admin.create(settings())) {
            var old = admin.listTopics().names().get();
            admin.deleteTopics(old).all().get();
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic, 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        send("coded", 0, "one", "coded-one");
        send("coded", 1, "two", "coded-two");
        send("coded", 1, "two", null);
        send("billed", 0, "one", "billed-one");
        send("coded.dead-letter", 0, "one", "broken");
    }

    @Test
    void sendsAllButTheDeadLettersOnceMoreInTheirOrderAndPartition() throws Exception {
        assertThat(redelivery.redeliver(null, List.of())).isEqualTo(4);
        assertThat(read("coded", 0)).extracting(ConsumerRecord::value).containsExactly("coded-one", "coded-one");
        assertThat(read("coded", 1))
                .extracting(ConsumerRecord::value)
                .containsExactly("coded-two", null, "coded-two", null);
        assertThat(read("billed", 0)).hasSize(2);
        assertThat(read("coded.dead-letter", 0)).hasSize(1);
    }

    @Test
    void keepsKeyAndHeaders() throws Exception {
        redelivery.redeliver("one", List.of("coded"));
        var records = read("coded", 0);
        assertThat(records).hasSize(2);
        assertThat(records.get(1).key()).isEqualTo("one");
        assertThat(records.get(1).headers()).isEqualTo(records.get(0).headers());
    }

    @Test
    void sendsOnlyWhatIsAboutTheSubject() throws Exception {
        assertThat(redelivery.redeliver("two", List.of())).isEqualTo(2);
        assertThat(read("coded", 0)).hasSize(1);
        assertThat(redelivery.redeliver("nobody", List.of())).isZero();
    }

    @Test
    void sendsOnlyTheTopicsThatAreNamed() throws Exception {
        assertThat(redelivery.redeliver(null, List.of("billed"))).isEqualTo(1);
        assertThat(redelivery.redeliver("one", List.of("coded.dead-letter"))).isEqualTo(1);
        assertThat(read("coded", 0)).hasSize(1);
    }

    private void send(String topic, int partition, String subject, String value) throws Exception {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, partition, subject, value);
            record.headers().add("ce_subject", subject.getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_id", (subject + value).getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, String>> read(String topic, int number) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, number);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
