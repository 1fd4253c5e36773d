package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.TestEvents;

class BatchesTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static ConsumerRecord<byte[], byte[]> message(
            String topic, UUID organization, String type, String subject, @Nullable String value) {
        var message = new ConsumerRecord<byte[], byte[]>(
                topic, 0, 0, new byte[0], value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        TestEvents.headers(UUID.randomUUID(), organization, type, subject, 1).forEach(message.headers()::add);
        return message;
    }

    private static ConsumerRecord<byte[], byte[]> coded(UUID organization, String subject) {
        return message("encounter-coded", organization, "coded.v1", subject, "{}");
    }

    private static int first(List<ConsumerRecord<byte[], byte[]>> messages) {
        return Batches.first(messages, "coded.v1"::equals).size();
    }

    @Test
    void eventsOfOneKindAndOrganizationGoTogether() {
        assertThat(first(List.of(coded(ONE, "a"), coded(ONE, "b"), coded(ONE, "c"))))
                .isEqualTo(3);
    }

    @Test
    void theSecondOfASubjectWaitsForTheFirst() {
        assertThat(first(List.of(coded(ONE, "a"), coded(ONE, "b"), coded(ONE, "a"), coded(ONE, "c"))))
                .isEqualTo(2);
    }

    @Test
    void anotherOrganizationTopicOrTypeEndsIt() {
        assertThat(first(List.of(coded(ONE, "a"), coded(OTHER, "b")))).isEqualTo(1);
        assertThat(first(List.of(coded(ONE, "a"), message("other", ONE, "coded.v1", "b", "{}"))))
                .isEqualTo(1);
        assertThat(first(List.of(coded(ONE, "a"), message("encounter-coded", ONE, "coded.v2", "b", "{}"))))
                .isEqualTo(1);
        assertThat(first(List.of(coded(ONE, "a"), message("encounter-coded", ONE, "coded.v1", "b", null))))
                .isEqualTo(1);
    }

    @Test
    void whatIsTakenAloneOrCannotBeReadStandsAlone() {
        assertThat(first(List.of(
                        message("voided", ONE, "voided.v1", "a", "{}"),
                        message("voided", ONE, "voided.v1", "b", "{}"))))
                .isEqualTo(1);
        var unreadable = new ConsumerRecord<>("encounter-coded", 0, 0, new byte[0], new byte[0]);
        assertThat(unreadable.headers()).isEqualTo(new RecordHeaders());
        assertThat(first(List.of(unreadable, coded(ONE, "a")))).isEqualTo(1);
    }
}
