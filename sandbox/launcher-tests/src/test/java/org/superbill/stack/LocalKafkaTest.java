package org.superbill.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsOverStopAndKill() throws Exception {
        try (var kafka =
                LocalKafka.at(folder.resolve("data"), folder.resolve("log"), FreePorts.take(), FreePorts.take())) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
                assertThat(admin.listTopics().names().get()).containsExactly("kept");
            }
            send(kafka, "one");
            kafka.stop();
            assertThat(kafka.isRunning()).isFalse();
            kafka.start();
            send(kafka, "two");
            kafka.kill();
            assertThat(kafka.isRunning()).isFalse();
            kafka.start();
            send(kafka, "three");
            assertThat(read(kafka, 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void leavesNothingBehindWhenItIsTemporary() {
        long pid;
        Path data;
        try (var kafka = LocalKafka.temporary()) {
            pid = kafka.pid();
            data = kafka.child().log().getParent();
            assertThat(data).exists();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(data).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startsWithTheClassesThatAreKept() throws Exception {
        try (var kafka = LocalKafka.temporary()) {
            assertThat(Path.of("/proc", Long.toString(kafka.pid()), "maps"))
                    .content()
                    .contains("/kafka.jsa");
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static List<String> read(LocalKafka kafka, int count) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition("kept", 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            var values = new ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
